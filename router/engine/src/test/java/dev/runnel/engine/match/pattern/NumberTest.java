package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.onField;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests of numbers: by value, however written. */
class NumberTest {

  @Test
  void acceptsEqualNumbersHoweverWritten() {
    assertThat(onField("[100]", "1e2")).isTrue();
    assertThat(onField("[1.50]", "1.5")).isTrue();
    assertThat(onField("[0]", "-0.0")).isTrue();
    assertThat(onField("[{\"numeric\": [\"=\", 3.018e2]}]", "301.8")).isTrue();
    assertThat(onField("[{\"numeric\": [\"=\", 0.1]}]", "0.1000001")).isFalse();
    assertThat(onField("[1]", "2")).isFalse();
  }

  @Test
  void acceptsNumbersOnEachSideOfABound() {
    assertThat(onField("[{\"numeric\": [\"<\", 2]}]", "1.999999")).isTrue();
    assertThat(onField("[{\"numeric\": [\"<\", 2]}]", "2.0")).isFalse();
    assertThat(onField("[{\"numeric\": [\"<=\", 2]}]", "2.0")).isTrue();
    assertThat(onField("[{\"numeric\": [\"<=\", 2]}]", "2.000001")).isFalse();
    assertThat(onField("[{\"numeric\": [\">\", -2]}]", "-1")).isTrue();
    assertThat(onField("[{\"numeric\": [\">\", -2]}]", "-2e0")).isFalse();
    assertThat(onField("[{\"numeric\": [\">=\", -2]}]", "-2")).isTrue();
    assertThat(onField("[{\"numeric\": [\">=\", -2]}]", "-3")).isFalse();
  }

  @Test
  void acceptsNumbersBetweenBounds() {
    assertThat(onField("[{\"numeric\": [\">\", 0, \"<=\", 5]}]", "5")).isTrue();
    assertThat(onField("[{\"numeric\": [\">\", 0, \"<=\", 5]}]", "0")).isFalse();
    assertThat(onField("[{\"numeric\": [\">=\", -5, \"<\", -1]}]", "-5")).isTrue();
    assertThat(onField("[{\"numeric\": [\">=\", -5, \"<\", -1]}]", "-1")).isFalse();
    assertThat(onField("[{\"numeric\": [\">=\", -5, \"<\", -1]}]", "null")).isFalse();
    assertThat(onField("[{\"numeric\": [\">=\", 0, \"<\", 9]}]", "\"5\"")).isFalse();
  }
}
