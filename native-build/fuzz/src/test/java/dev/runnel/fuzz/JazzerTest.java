package dev.runnel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coverage-guided runs: one that shows that it finds faults, and the long ones when asked for. */
class JazzerTest {

  private static final Duration ENOUGH = Duration.ofSeconds(60);
  private static final String TIME = "[0-9]+[smh]";

  @Test
  void findsAPlantedFault() {
    Path seeds = Path.of("src/test/resources/seeds/JsonTarget");
    Jazzer.Ended ended = Jazzer.run(PlantedFaultTarget.class, seeds, ENOUGH);

    assertThat(ended.exit()).as(ended.output()).isNotZero();
    assertThat(ended.output()).contains("the planted fault");
  }

  @ParameterizedTest
  @EnumSource(Targets.class)
  @EnabledIfSystemProperty(named = "fuzz", matches = TIME)
  void findsNothingForALongTime(Targets target) {
    Duration time = Duration.parse("PT" + System.getProperty("fuzz"));
    Jazzer.Ended ended = Jazzer.run(target.entry(), target.seedFolder(), time);

    assertThat(ended.exit()).as(ended.output()).isZero();
  }
}
