package dev.runnel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.Manifests.Change;
import dev.runnel.journal.Manifests.Writing.Written;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Manifests in memory: what all keep, within its bounds. */
class MemoryManifestsTest extends ManifestsContract {

  @Override
  protected Manifests manifests() {
    return new MemoryManifests(100);
  }

  @Test
  void forgetsTheNumbersOfTheOldestOfManyRemovedNames() {
    Manifests manifests = new MemoryManifests(1);
    append(manifests, 0, put("a", "1"), put("b", "1"));
    append(manifests, 1, Change.removal("a"), Change.removal("b"));

    assertThat(append(manifests, 2, put("a", "1"), put("b", "1")))
        .isEqualTo(new Written(3, Map.of("a", 1, "b", 3)));
  }
}
