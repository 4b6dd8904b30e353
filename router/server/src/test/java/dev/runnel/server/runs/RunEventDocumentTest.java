package dev.runnel.server.runs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import dev.runnel.journal.ToldRun;
import dev.runnel.server.ApiDocument;
import dev.runnel.server.ToldPlans;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can happen to a run, as people see it. */
class RunEventDocumentTest {

  private static final String RUN = "0123456789abcdef0123456789abcdef";
  private static final Instant AT = ToldRun.BEGIN;
  private static final Instant LATER = AT.plusSeconds(60);
  private static final Problem PROBLEM = Problem.of(ProblemType.TIMEOUT, "No answer within PT2S");
  private static final Event OUTPUT = Event.of("o", "/functions/f", "made", Data.NONE);
  private static final Outcome OUTCOME = new Outcome(Data.json("[1]"), List.of(OUTPUT));
  private static final Step STEP = new Step("step", null, Map.of(), Map.of(), null, List.of());
  private static final ApiDocument DOCUMENT = ApiDocument.written();

  static Stream<RunEvent> events() {
    return Stream.of(
        began(),
        new Fact.AttemptStarted(AT, "step", 1),
        new Fact.AttemptSucceeded(AT, "step", 1, OUTCOME),
        new Fact.AttemptFailed(AT, "step", 1, new Failure(PROBLEM, Certainty.NOT_RUN)),
        new Fact.AttemptFailed(
            AT, "step", 1, new Failure(PROBLEM, Certainty.UNKNOWN, Duration.ofSeconds(2))),
        new Fact.AttemptRefused(AT, "step", 1, "full", null, false),
        new Fact.AttemptRefused(AT, "step", 1, "open", LATER, true),
        new Fact.TimerFired(AT, "step"),
        new Fact.TimerFired(AT, null),
        new Fact.CancelRequested(AT, true),
        new Fact.Redriven(AT, "step", LATER, null),
        new Fact.Redriven(AT, "step", LATER, STEP),
        new Fact.Discarded(AT, "step"),
        new RunEvent.RetryPlanned(AT, "step", LATER),
        new RunEvent.FellBack(AT, "step", 1, PROBLEM),
        new RunEvent.StepSucceeded(AT, "step", OUTCOME, "other"),
        new RunEvent.StepSucceeded(AT, "step", OUTCOME, null),
        new RunEvent.StepFailed(AT, "step", PROBLEM),
        new RunEvent.OutcomeUnknown(AT, "step", PROBLEM),
        new RunEvent.StepSkipped(AT, "step", PROBLEM),
        new RunEvent.StepCancelled(AT, "step"),
        new RunEvent.Released(AT, "step"),
        new RunEvent.Paused(AT, "step", "full", LATER),
        new RunEvent.Unpaused(AT, "step"),
        new RunEvent.Reopened(AT, "step"),
        new RunEvent.Compensated(AT, "step"),
        new RunEvent.CompensationFailed(AT, "step", PROBLEM),
        new RunEvent.Ended(AT, RunState.CANCELLED));
  }

  @ParameterizedTest
  @MethodSource("events")
  void isAsTheDocumentOfTheApiSays(RunEvent event) {
    DOCUMENT.check("event-" + RunEventDocument.kind(event), json(event));
  }

  @Test
  void hasASchemaForEachKindAndForNoOther() {
    Set<String> schemas =
        DOCUMENT.schemas().stream()
            .filter(name -> name.startsWith("event-"))
            .collect(Collectors.toSet());
    Set<Class<?>> shown = events().map(RunEvent::getClass).collect(Collectors.toSet());

    assertThat(shown).isEqualTo(kinds(RunEvent.class).collect(Collectors.toSet()));
    assertThat(events().map(event -> "event-" + RunEventDocument.kind(event)).distinct())
        .containsExactlyInAnyOrderElementsOf(schemas);
  }

  @Test
  void leavesOutTheDataOfTheEvent() {
    assertThat(json(began())).contains("\"subject\":\"s\"").doesNotContain("secret");
  }

  private static RunEvent began() {
    Event event =
        Event.of("1", "/tests", "wanted", Data.json("{\"secret\":1}")).with(Map.of("subject", "s"));
    return ToldRun.of(RUN, ToldPlans.RETRY_FALLBACK_AND_NEED, event).events().getFirst();
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RunEventDocumentTest::kinds)
        : Stream.of(type);
  }

  private static String json(RunEvent event) {
    return new String(RunEventDocument.of(event, RUN), UTF_8);
  }
}
