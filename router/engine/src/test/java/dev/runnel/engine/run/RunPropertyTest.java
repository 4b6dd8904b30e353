package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever happens to a run, in whatever order, it keeps its promises. */
class RunPropertyTest {

  private static final int WORLDS = 2_000;

  /** Eight facts, and fifteen that follow from them. */
  private static final int KINDS_OF_EVENTS = 23;

  @Test
  void keepsItsPromisesWhateverHappens() {
    Map<RunState, Integer> ends = new EnumMap<>(RunState.class);
    Map<String, Integer> happened = new TreeMap<>();
    for (long seed = 0; seed < WORLDS; seed++) {
      var world = new RandomWorld(seed);
      ends.merge(live(world, seed), 1, Integer::sum);
      world.events().forEach(event -> happened.merge(nameOf(event), 1, Integer::sum));
    }
    assertThat(ends).as("every end was reached").hasSize(3).allSatisfy(RunPropertyTest::isOften);
    assertThat(happened).as("everything that can happen").hasSize(KINDS_OF_EVENTS);
    assertThat(happened.values()).as("often enough").allMatch(times -> times > WORLDS / 100);
  }

  private static void isOften(RunState end, int times) {
    assertThat(end.isFinal()).isTrue();
    assertThat(times).isGreaterThan(WORLDS / 100);
  }

  private static String nameOf(RunEvent event) {
    return event.getClass().getSimpleName();
  }

  private static RunState live(RandomWorld world, long seed) {
    try {
      return world.live().state();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("the world with seed " + seed + ": " + broken.getMessage(), broken);
    }
  }
}
