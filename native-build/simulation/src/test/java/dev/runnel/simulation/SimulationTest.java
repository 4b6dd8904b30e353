package dev.runnel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The routers' own code, in as many worlds as there is time for. */
class SimulationTest {

  private static final String NUMBER = "[0-9]+";
  private static final int OF_EVERY_BUILD = 500;
  private static final int TWICE = 20;

  /** No two nights begin with the same seed. */
  private static final long OF_A_DAY = 10_000_000;

  @Test
  void findsNothingInTheFirstWorlds() {
    Worlds worlds = assertNothingIn(Cast.ALL, LongStream.rangeClosed(1, OF_EVERY_BUILD));

    System.out.println("simulation: " + worlds);
  }

  @ParameterizedTest
  @EnumSource(Cast.class)
  void findsNothingWhereSomethingWasFoundOnce(Cast cast) throws IOException {
    assertNothingIn(cast, KeptSeeds.read(cast).stream().mapToLong(seed -> seed));
  }

  @Test
  void doesTheSameForTheSameSeed() {
    for (long seed = 1; seed <= TWICE; seed++) {
      Simulation.Verdict told = Simulation.told(seed, Cast.ALL, Bug.NONE);

      assertThat(told.story()).hasSizeGreaterThan(TWICE);
      assertThat(Simulation.of(seed, Cast.ALL, Bug.NONE).digest()).isEqualTo(told.digest());
    }
  }

  /** As many seeds as {@code -Dsimulation.seeds}; one that finds something is kept. */
  @Test
  @EnabledIfSystemProperty(named = "simulation.seeds", matches = NUMBER)
  void findsNothingForALongTime() throws IOException {
    long from = LocalDate.now(ZoneOffset.UTC).toEpochDay() * OF_A_DAY;
    var worlds = new Worlds(Cast.ALL, Bug.NONE);
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
    Simulation.Verdict told = Simulation.told(Long.getLong("simulation.seed"), Cast.ALL, Bug.NONE);
    System.out.println(told);
    assertThat(told.finding()).isEmpty();
  }

  private static Worlds assertNothingIn(Cast cast, LongStream seeds) {
    var worlds = new Worlds(cast, Bug.NONE);
    assertThat(worlds.firstFinding(seeds)).as(SimulationTest::howToRunItAgain).isEmpty();
    return worlds;
  }

  private static String howToRunItAgain() {
    return "a world in which a promise was broken; ./runnel simulate seed N tells its story";
  }
}
