package dev.runnel.postgres.stored;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.RunEvent;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes events of a run that are stored together. An outcome stands there once: where a step
 * succeeds with what its attempt has given, it is left out.
 */
public final class EventsWriter {

  private final JsonGenerator out;
  private final ValueWriter values;
  private final @Nullable UUID plan;
  private Fact.@Nullable AttemptSucceeded last;

  private EventsWriter(JsonGenerator out, @Nullable UUID plan) {
    this.out = out;
    this.values = new ValueWriter(out);
    this.plan = plan;
  }

  /** Events that follow others. */
  public static byte[] write(List<RunEvent> events) {
    return Format.write(out -> new EventsWriter(out, null).all(events));
  }

  /**
   * The first events of a run.
   *
   * @param plan what its plan is stored as
   */
  public static byte[] writeFirst(List<RunEvent> events, UUID plan) {
    return Format.write(out -> new EventsWriter(out, plan).all(events));
  }

  private void all(List<RunEvent> events) throws IOException {
    out.writeStartArray();
    for (RunEvent event : events) {
      out.writeStartObject();
      event(event);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void event(RunEvent event) throws IOException {
    out.writeStringField("kind", Kind.of(event).word());
    values.instant("at", event.at());
    switch (event) {
      case Fact fact -> fact(fact);
      case RunEvent.Began began -> began(began);
      case RunEvent.RetryPlanned(var at, String step, var due) -> {
        values.text("step", step);
        values.instant("due", due);
      }
      case RunEvent.FellBack(var at, String step, int choice, var because) -> {
        values.text("step", step);
        values.number("choice", choice);
        values.problem("problem", because);
      }
      case RunEvent.StepSucceeded(var at, String step, Outcome outcome, var via) -> {
        values.text("step", step);
        values.text("via", via);
        if (last == null || !last.step().equals(step) || !last.outcome().equals(outcome)) {
          values.outcome("outcome", outcome);
        }
      }
      case RunEvent.StepFailed(var at, String step, var problem) -> problem(step, problem);
      case RunEvent.OutcomeUnknown(var at, String step, var problem) -> problem(step, problem);
      case RunEvent.StepSkipped(var at, String step, var problem) -> problem(step, problem);
      case RunEvent.StepCancelled(var at, String step) -> values.text("step", step);
      case RunEvent.Released(var at, String step) -> values.text("step", step);
      case RunEvent.Paused(var at, String step, String reason, var until) -> {
        values.text("step", step);
        values.text("reason", reason);
        values.instant("until", until);
      }
      case RunEvent.Unpaused(var at, String step) -> values.text("step", step);
      case RunEvent.Reopened(var at, String step) -> values.text("step", step);
      case RunEvent.Compensated(var at, String step) -> values.text("step", step);
      case RunEvent.CompensationFailed(var at, String step, var problem) -> problem(step, problem);
      case RunEvent.Ended(var at, var state) -> values.text("state", Words.of(state));
    }
  }

  private void fact(Fact fact) throws IOException {
    switch (fact) {
      case Fact.AttemptStarted(var at, String step, int attempt) -> attempt(step, attempt);
      case Fact.AttemptSucceeded succeeded -> {
        attempt(succeeded.step(), succeeded.attempt());
        values.outcome("outcome", succeeded.outcome());
        last = succeeded;
      }
      case Fact.AttemptFailed(var at, String step, int attempt, var failure) -> {
        attempt(step, attempt);
        values.failure("failure", failure);
      }
      case Fact.AttemptRefused refused -> {
        attempt(refused.step(), refused.attempt());
        values.text("reason", refused.reason());
        values.instant("probeAt", refused.probeAt());
        values.flag("open", refused.open());
      }
      case Fact.TimerFired(var at, var step) -> values.text("step", step);
      case Fact.CancelRequested(var at, boolean compensate) ->
          values.flag("compensate", compensate);
      case Fact.Redriven(var at, String step, var deadline, var as) -> {
        values.text("step", step);
        values.instant("deadline", deadline);
        if (as != null) {
          out.writeBinaryField("as", PlanWriter.write(new Plan(List.of(as))));
        }
      }
      case Fact.Discarded(var at, String step) -> values.text("step", step);
    }
  }

  private void attempt(String step, int attempt) throws IOException {
    values.text("step", step);
    values.number("attempt", attempt);
  }

  private void problem(String step, Problem problem) throws IOException {
    values.text("step", step);
    values.problem("problem", problem);
  }

  private void began(RunEvent.Began began) throws IOException {
    if (plan == null) {
      throw new IllegalArgumentException("run " + began.run() + " begins twice");
    }
    values.text("run", began.run());
    values.event("event", began.event());
    values.text("plan", plan.toString());
    values.instant("deadline", began.deadline());
    values.object("lineage", () -> lineage(began.lineage()));
  }

  private void lineage(Lineage lineage) throws IOException {
    values.text("root", lineage.root());
    values.flag("quiet", lineage.quiet());
    if (lineage.parent() != null) {
      values.text("parent", lineage.parent().run());
      values.text("step", lineage.parent().step());
    }
  }
}
