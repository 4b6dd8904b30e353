package dev.runnel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The routers' own code, in as many worlds as there is time for. */
class SimulationTest {

  private static final String NUMBER = "[0-9]+";
  private static final int OF_EVERY_BUILD = 500;
  private static final int TWICE = 20;

  /** No two nights begin with the same seed. */
  private static final long OF_A_DAY = 10_000_000;

  @Test
  void findsNothingInTheFirstWorlds() {
    assertNothingIn(LongStream.rangeClosed(1, OF_EVERY_BUILD));
  }

  @Test
  void findsNothingWhereSomethingWasFoundOnce() throws IOException {
    assertNothingIn(KeptSeeds.read().stream().mapToLong(seed -> seed));
  }

  @Test
  void doesTheSameForTheSameSeed() {
    for (long seed = 1; seed <= TWICE; seed++) {
      Simulation.Verdict told = Simulation.told(seed, Bug.NONE);

      assertThat(told.story()).hasSizeGreaterThan(TWICE);
      assertThat(Simulation.of(seed, Bug.NONE).digest()).isEqualTo(told.digest());
    }
  }

  /** As many seeds as {@code -Dsimulation.seeds}; one that finds something is kept. */
  @Test
  @EnabledIfSystemProperty(named = "simulation.seeds", matches = NUMBER)
  void findsNothingForALongTime() throws IOException {
    long from = LocalDate.now(ZoneOffset.UTC).toEpochDay() * OF_A_DAY;
    var worlds = new Worlds(Bug.NONE);
    Optional<Simulation.Verdict> found =
        worlds.firstFinding(LongStream.range(from, from + Long.getLong("simulation.seeds")));
    System.out.println("simulation: from seed " + from + " " + worlds);
    if (found.isPresent()) {
      KeptSeeds.keep(found.get());
    }
    assertThat(found).as(SimulationTest::howToRunItAgain).isEmpty();
  }

  /** The story of the one seed of {@code -Dsimulation.seed}. */
  @Test
  @EnabledIfSystemProperty(named = "simulation.seed", matches = NUMBER)
  void tellsOneWorld() {
    Simulation.Verdict told = Simulation.told(Long.getLong("simulation.seed"), Bug.NONE);
    System.out.println(told);
    assertThat(told.finding()).isEmpty();
  }

  private static void assertNothingIn(LongStream seeds) {
    var worlds = new Worlds(Bug.NONE);
    assertThat(worlds.firstFinding(seeds)).as(SimulationTest::howToRunItAgain).isEmpty();
    System.out.println("simulation: " + worlds);
  }

  private static String howToRunItAgain() {
    return "a world in which a promise was broken; ./runnel simulate seed N tells its story";
  }
}
