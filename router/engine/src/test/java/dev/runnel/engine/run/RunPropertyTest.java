package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever happens to a run, in whatever order, it keeps its promises. */
class RunPropertyTest {

  private static final int WORLDS = 2_000;

  @Test
  void keepsItsPromisesWhateverHappens() {
    Map<RunState, Integer> ends = new EnumMap<>(RunState.class);
    for (long seed = 0; seed < WORLDS; seed++) {
      ends.merge(live(seed), 1, Integer::sum);
    }
    assertThat(ends).as("every end was reached").hasSize(3).allSatisfy(RunPropertyTest::isOften);
  }

  private static void isOften(RunState end, int times) {
    assertThat(end.isFinal()).isTrue();
    assertThat(times).isGreaterThan(WORLDS / 100);
  }

  private static RunState live(long seed) {
    try {
      return new RandomWorld(seed).live().state();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("the world with seed " + seed + ": " + broken.getMessage(), broken);
    }
  }
}
