package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import org.junit.jupiter.api.Test;

class StableIdTest {
  private static Event event(String id, String source) {
    return Event.of(id, source, "t", Data.NONE);
  }

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(StableId.of(event("1", "/a"), "greet", 0)).isEqualTo("VwqOSlMPiQnVMp0qS4WKDu");
  }

  @Test
  void differsWhereverTheCallDiffers() {
    assertThat(StableId.of(event("1", "/a"), "greet", 0))
        .isNotEqualTo(StableId.of(event("2", "/a"), "greet", 0))
        .isNotEqualTo(StableId.of(event("1", "/b"), "greet", 0))
        .isNotEqualTo(StableId.of(event("1", "/a"), "greet-2", 0))
        .isNotEqualTo(StableId.of(event("1", "/a"), "greet", 1))
        .hasSize(22)
        .matches("[A-Za-z0-9_-]+");
  }
}
