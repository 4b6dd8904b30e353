package dev.runnel.server.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.server.ScriptedFunctions;
import dev.runnel.server.config.PlacementsConfig;
import dev.runnel.server.config.QueuesConfig;
import dev.runnel.server.invoke.GuardsOver;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose queue it is, and which limits let calls out of it. */
class QueuesTest {

  private static final Instant NOW = Instant.EPOCH;

  /** Where nothing is done later. */
  private record Still() implements Loop, Loops {

    @Override
    public Loop next() {
      return this;
    }

    @Override
    public void run(Runnable action) {
      action.run();
    }

    @Override
    public Runnable after(Duration wait, Runnable action) {
      return () -> {};
    }
  }

  private final GuardsOver over = GuardsOver.placements(new ScriptedFunctions());

  @Test
  void aFunctionTakesAsManyCallsAsItsManifestSays() {
    assertThat(goAtOnce(queues(), function("one", "concurrency: 3"))).isEqualTo(3);
  }

  @Test
  void theConfigurationMaySayOtherwise() {
    over.with("runnel.placements.one.concurrency", "5");

    assertThat(goAtOnce(queues(), function("one", "concurrency: 3"))).isEqualTo(5);
  }

  @Test
  void aRateLetsABurstGo() {
    over.with("runnel.placements.one.rate", "2.5").with("runnel.placements.two.rate", "2.5");
    over.with("runnel.placements.two.burst", "7");
    Queues queues = queues();

    assertThat(goAtOnce(queues, function("one", "concurrency: 50"))).isEqualTo(3);
    assertThat(goAtOnce(queues, function("two", "concurrency: 50"))).isEqualTo(7);
  }

  @Test
  void withoutLimitsAllGo() {
    over.with("runnel.queues.limit-concurrency", "false");

    assertThat(goAtOnce(queues(), function("one", "concurrency: 1"))).isEqualTo(100);
  }

  @Test
  void aFunctionHasOneQueueAsLongAsWhatItDependsOnStays() {
    Queues queues = queues();
    FunctionQueue queue = queues.of(function("one", "concurrency: 3"));

    assertThat(queues.of(function("one", "concurrency: 3, priority: 9"))).isSameAs(queue);
    assertThat(queues.of(function("one", "concurrency: 4"))).isNotSameAs(queue);
    assertThat(queues.of(function("two", "concurrency: 3"))).isNotSameAs(queue);
  }

  @ParameterizedTest
  @CsvSource({
    "concurrency, 0, at least 1 call",
    "burst, 0, at least 1 call",
    "burst, 3, without a rate",
    "rate, 0, more than 0",
    "rate, -1, more than 0",
    "rate, 1e9, at most 1000000"
  })
  void whatCannotBeMeantStopsTheStart(String key, String value, String why) {
    over.with("runnel.placements.one." + key, value);

    assertThatThrownBy(this::queues)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("runnel.placements.\"one\"." + key, why);
  }

  private Queues queues() {
    return new Queues(
        over.part(QueuesConfig.class),
        over.part(PlacementsConfig.class),
        over.fleet(),
        over.guards(),
        new Still(),
        () -> NOW);
  }

  private static long goAtOnce(Queues queues, FunctionManifest function) {
    FunctionQueue queue = queues.of(function);
    return IntStream.range(0, 100).filter(_ -> new Turn(queue, _ -> {}).ask(5, false)).count();
  }

  private static FunctionManifest function(String name, String more) {
    String manifest =
        "{ name: %s, runtime: jvm, handler: a.B#c, triggers: [ { filters: [] } ], %s }"
            .formatted(name, more);
    var reading = ManifestReader.read("test.yaml", manifest.getBytes(UTF_8));
    assertThat(reading.errors()).isEmpty();
    return (FunctionManifest) reading.declared().getFirst().manifest();
  }
}
