package dev.runnel.server.runs;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One thing that has happened to a run, as JSON. */
final class RunEventDocument {

  private final String run;
  private final Members members;
  private final JsonGenerator out;

  private RunEventDocument(String run, Members members) {
    this.run = run;
    this.members = members;
    this.out = members.out();
  }

  /** The document of an event of this run. */
  static byte[] of(RunEvent event, String run) {
    return Members.json(members -> new RunEventDocument(run, members).write(event));
  }

  /** The word for what has happened, such as {@code attempt-started}. */
  static String kind(RunEvent event) {
    String name = event.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private void write(RunEvent event) throws IOException {
    out.writeStartObject();
    members.time("at", event.at());
    switch (event) {
      case Fact fact -> fact(fact);
      case RunEvent.Began began -> began(began);
      case RunEvent.RetryPlanned(Instant at, String step, Instant due) -> {
        members.text("step", step);
        members.time("due", due);
      }
      case RunEvent.FellBack(Instant at, String step, int choice, Problem because) -> {
        ofStep(step, because);
        out.writeNumberField("choice", choice);
      }
      case RunEvent.StepSucceeded(
              Instant at,
              String step,
              Outcome outcome,
              @Nullable String via) -> {
        members.text("step", step);
        members.text("via", via);
        members.outcome(outcome);
      }
      case RunEvent.StepFailed(Instant at, String step, Problem why) -> ofStep(step, why);
      case RunEvent.OutcomeUnknown(Instant at, String step, Problem why) -> ofStep(step, why);
      case RunEvent.StepSkipped(Instant at, String step, Problem why) -> ofStep(step, why);
      case RunEvent.StepCancelled(Instant at, String step) -> ofStep(step, null);
      case RunEvent.Released(Instant at, String step) -> ofStep(step, null);
      case RunEvent.Paused(Instant at, String step, String reason, Instant until) -> {
        members.text("step", step);
        members.text("reason", reason);
        members.time("until", until);
      }
      case RunEvent.Unpaused(Instant at, String step) -> ofStep(step, null);
      case RunEvent.Reopened(Instant at, String step) -> ofStep(step, null);
      case RunEvent.Compensated(Instant at, String step) -> ofStep(step, null);
      case RunEvent.CompensationFailed(Instant at, String step, Problem why) -> ofStep(step, why);
      case RunEvent.Ended(Instant at, RunState state) -> members.word("state", state);
    }
    out.writeEndObject();
  }

  private void fact(Fact fact) throws IOException {
    switch (fact) {
      case Fact.AttemptStarted(Instant at, String step, int attempt) -> attempt(step, attempt);
      case Fact.AttemptSucceeded(Instant at, String step, int attempt, Outcome outcome) -> {
        attempt(step, attempt);
        outputs(outcome);
      }
      case Fact.AttemptFailed(Instant at, String step, int attempt, Failure failure) -> {
        attempt(step, attempt);
        failure(failure);
      }
      case Fact.AttemptRefused(
              Instant at,
              String step,
              int attempt,
              String reason,
              @Nullable Instant probeAt,
              boolean open) -> {
        attempt(step, attempt);
        members.text("reason", reason);
        members.time("probeAt", probeAt);
        out.writeBooleanField("open", open);
      }
      case Fact.TimerFired(Instant at, @Nullable String step) -> members.text("step", step);
      case Fact.CancelRequested(Instant at, boolean compensate) ->
          out.writeBooleanField("compensate", compensate);
      case Fact.Redriven(Instant at, String step, Instant deadline, @Nullable Step as) -> {
        members.text("step", step);
        members.time("deadline", deadline);
        out.writeBooleanField("latest", as != null);
      }
      case Fact.Discarded(Instant at, String step) -> ofStep(step, null);
    }
  }

  private void began(RunEvent.Began began) throws IOException {
    members.text("run", began.run());
    members.lineage(began.lineage());
    members.event(began.event());
    members.time("deadline", began.deadline());
    out.writeArrayFieldStart("steps");
    for (Step step : began.plan().steps()) {
      out.writeStartObject();
      members.text("id", step.id());
      members.text("function", step.function());
      out.writeBooleanField("goal", step.isGoal());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void ofStep(String step, @Nullable Problem problem) throws IOException {
    members.text("step", step);
    members.problem(problem, run);
  }

  private void attempt(String step, int attempt) throws IOException {
    members.text("step", step);
    out.writeNumberField("attempt", attempt);
  }

  /** The value stands where the step succeeds, which is told next. */
  private void outputs(Outcome outcome) throws IOException {
    out.writeArrayFieldStart("outputs");
    for (Event output : outcome.outputs()) {
      out.writeStartObject();
      members.text("id", output.id());
      members.text("type", output.type());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void failure(Failure failure) throws IOException {
    members.problem(failure.problem(), run);
    members.word("certainty", failure.certainty());
    Duration retryAfter = failure.retryAfter();
    members.text("retryAfter", retryAfter == null ? null : retryAfter.toString());
  }
}
