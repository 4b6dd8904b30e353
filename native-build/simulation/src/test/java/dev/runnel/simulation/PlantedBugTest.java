package dev.runnel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the simulation finds faults: each of those that were planted for it. */
class PlantedBugTest {

  private static final int MOST_SEEDS = 2_000;

  private static final BugTable TABLE = new BugTable();

  @ParameterizedTest
  @EnumSource(PlantedBug.class)
  void isFound(PlantedBug planted) {
    var worlds = new Worlds(Cast.ALL, planted.bug());
    Optional<Simulation.Verdict> found = worlds.firstFinding(LongStream.rangeClosed(1, MOST_SEEDS));

    assertThat(found).as("%s, within %d seeds", planted, MOST_SEEDS).isPresent();
    TABLE.add(planted, worlds.seeds(), found.flatMap(Simulation.Verdict::finding).orElseThrow());
  }

  /** Where {@code -Dsimulation.table} names the page that has it. */
  @AfterAll
  static void writeTheTable() throws IOException {
    String page = System.getProperty("simulation.table", "");
    if (!page.isEmpty()) {
      Path file = Path.of(page);
      Files.writeString(file, TABLE.in(Files.readString(file)));
    }
  }
}
