package dev.runnel.engine.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.FunctionSetReading;
import dev.runnel.engine.match.Match;
import dev.runnel.engine.run.Command;
import dev.runnel.engine.run.Decision;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Steps that go on with newer manifests, and runs that have them. */
class RenewalTest {

  private static final String FIRST =
      """
      name: first
      runtime: jvm
      handler: some.Code#run
      """;
  private static final String NEWER = FIRST + "effects: once\nfallback: [ spare ]\n";
  private static final String SPARE = "---\nname: spare\nruntime: jvm\nhandler: some.Code#spare\n";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void takesTheNewestFunctionWithItsFallbacks() {
    Step step = step("first", FIRST);

    assertThat(Renewal.of(step, functions(NEWER + SPARE)))
        .isEqualTo(new Renewal.Renewed(step("first", NEWER + SPARE)));
  }

  @Test
  void keepsThePlaceInThePlan() {
    Step place = new Step("first.2", "because", Map.of(), Map.of("a", "/b"), "x", List.of());
    Step known = place.with(step("first", FIRST).choices());

    assertThat(Renewal.of(known, functions(NEWER + SPARE)))
        .isEqualTo(new Renewal.Renewed(place.with(step("first", NEWER + SPARE).choices())));
  }

  @Test
  void doesNotFitWhereTheFunctionIsGone() {
    assertThat(Renewal.of(step("first", FIRST), functions(SPARE)))
        .isEqualTo(new Renewal.Unfit("There is no first any more, or it is held"));
  }

  @Test
  void doesNotFitWhereItNeedsWhatTheRunHasNot() {
    String needy = FIRST + "dependencies: [ spare ]\n" + SPARE;
    String chain = "kind: Chain\nname: first\nfunctions: [ spare ]\n" + SPARE;
    var unfit =
        new Renewal.Unfit(
            "The latest version of first needs spare, which this run has no step for");

    assertThat(Renewal.of(step("first", FIRST), functions(needy))).isEqualTo(unfit);
    assertThat(Renewal.of(step("first", FIRST), functions(chain))).isEqualTo(unfit);
    assertThat(Renewal.of(step("first", needy), functions(needy)))
        .isEqualTo(new Renewal.Renewed(step("first", needy)));
  }

  @Test
  void aRunGoesOnWithWhatTheEventSaysAlsoWhenItIsReplayed() {
    Step newer = step("first", NEWER + SPARE);
    Decision failed = failed();

    Decision redriven =
        failed.next().on(new Fact.Redriven(NOW, "first", NOW.plusSeconds(9), newer), new Random(1));

    assertThat(redriven.next().plan().steps()).containsExactly(newer);
    assertThat(redriven.commands()).contains(new Command.Invoke("first", "first", 2));
    assertThat(failed.next().apply(redriven.events().getFirst())).isEqualTo(redriven.next());
  }

  private static Decision failed() {
    Event event = Event.of("1", "/s", "t", Data.NONE);
    var began =
        new RunEvent.Began(
            NOW,
            "r",
            event,
            new Plan(List.of(step("first", FIRST))),
            NOW.plus(Duration.ofHours(1)),
            Lineage.outside("r", event));
    Run started =
        Run.begin(began).next().on(new Fact.AttemptStarted(NOW, "first", 1), new Random(1)).next();
    var problem = Problem.of(ProblemType.MALFORMED_DATA, "broken");
    var failure = new Failure(problem, Failure.Certainty.REPORTED);
    return started.on(new Fact.AttemptFailed(NOW, "first", 1, failure), new Random(1));
  }

  /** The step as the planner makes it; it may have been found by an event. */
  private static Step step(String name, String manifests) {
    FunctionSet functions = functions(manifests);
    var match = new Match(functions.manifest(name), "because");
    if (!(Planner.plan(List.of(match), functions) instanceof Planning.Planned(Plan plan))) {
      throw new AssertionError("no plan");
    }
    return plan.steps().getLast();
  }

  private static FunctionSet functions(String manifests) {
    var reading = ManifestReader.read("test.yaml", manifests.getBytes(UTF_8));
    if (FunctionSet.of(reading.declared())
        instanceof FunctionSetReading.Accepted(FunctionSet functions)) {
      return functions;
    }
    throw new AssertionError("wrong manifests: " + reading);
  }
}
