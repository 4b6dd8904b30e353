package dev.runnel.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.MemoryWorld;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is called, PostgreSQL answers as memory does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KeyedModelTest {

  private static final KeyedLimits SMALL = new KeyedLimits(3, 60, 3, 3, 8);

  @Inject Tables tables;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answersAsMemoryDoes(long seed) {
    answersAlike(seed, true, KeyedLimits.DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answersAsMemoryDoesWhereThereIsLittleRoom(long seed) {
    answersAlike(seed, false, SMALL);
  }

  private void answersAlike(long seed, boolean expiring, KeyedLimits limits) {
    assertThat(new KeyedScript(seed, expiring, tables.world(limits)).play())
        .isEqualTo(new KeyedScript(seed, expiring, new MemoryWorld(limits)).play());
  }
}
