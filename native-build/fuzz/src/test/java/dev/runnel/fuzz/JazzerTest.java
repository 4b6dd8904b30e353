package dev.runnel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coverage-guided runs: one that shows that it finds faults, and the long ones when asked for. */
class JazzerTest {

  private static final Duration ENOUGH = Duration.ofSeconds(60);
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final String TIME = "[0-9]+[smh]";

  @Test
  void findsAPlantedFault(@TempDir Path regressions) throws IOException {
    Path seeds = Path.of("src/test/resources/seeds/JsonTarget");
    var silent =
        new Progress("PlantedFaultTarget", new PrintStream(OutputStream.nullOutputStream()));
    Jazzer.Ended ended = new Jazzer(PlantedFaultTarget.class).run(seeds, ENOUGH, silent);

    assertThat(ended.exit()).as(ended.output()).isNotZero();
    assertThat(ended.output()).contains("the planted fault");
    assertThat(kept(ended.findings(), regressions))
        .singleElement()
        .satisfies(file -> assertThat(file).content().startsWith("[9,"));
  }

  /** All targets together take the time of {@code -Dfuzz}. What is found becomes a seed. */
  @ParameterizedTest
  @EnumSource(Targets.class)
  @EnabledIfSystemProperty(named = "fuzz", matches = TIME)
  void findsNothingForALongTime(Targets target) throws IOException {
    Duration share =
        Duration.parse("PT" + System.getProperty("fuzz")).dividedBy(Targets.values().length);
    Duration time = share.compareTo(LEAST) < 0 ? LEAST : share;
    var progress = new Progress(target.entry().getSimpleName(), System.out);
    Jazzer.Ended ended = new Jazzer(target.entry()).run(target.seedFolder(), time, progress);
    progress.ended(ended.output(), ended.exit() != 0);

    assertThat(kept(ended.findings(), target.seedFolder()))
        .as("seeds that stand for a fault now; %s", ended.output())
        .isEmpty();
    assertThat(ended.exit()).as(ended.output()).isZero();
  }

  private static List<Path> kept(List<Path> findings, Path seeds) throws IOException {
    var kept = new ArrayList<Path>();
    for (Path finding : findings) {
      Path seed = seeds.resolve("found-" + finding.getFileName());
      kept.add(Files.copy(finding, seed, StandardCopyOption.REPLACE_EXISTING));
    }
    return kept;
  }
}
