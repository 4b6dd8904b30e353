package dev.runnel.engine.run;

import dev.runnel.contract.Outcome;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.time.Instant;
import java.util.List;

/**
 * What must be in the journal before anything follows from it. The calls of functions that may be
 * repeated need not: what is lost of them in a crash is done again, under the same key. Everything
 * that somebody outside may rely on must, and whatever begins more than a call.
 */
final class CommitPoint {

  private CommitPoint() {}

  /**
   * Whether the events may join a later commit; the one that ends the run never does, nor the one
   * with which undoing begins.
   */
  static boolean mayWait(List<RunEvent> events, Run run) {
    for (RunEvent event : events) {
      if (!mayWait(event, run)) {
        return false;
      }
    }
    return !events.isEmpty();
  }

  private static boolean mayWait(RunEvent event, Run run) {
    return switch (event) {
      case Fact.AttemptStarted(Instant at, String step, int attempt) -> isRepeatable(step, run);
      case Fact.AttemptSucceeded(Instant at, String step, int attempt, Outcome outcome) ->
          outcome.outputs().isEmpty() && isRepeatable(step, run);
      case RunEvent.StepSucceeded(Instant at, String step, Outcome outcome, var via) ->
          isRepeatable(step, run) && !run.isSettled();
      case RunEvent.Unpaused _ -> true;
      case Fact.AttemptFailed _,
          Fact.AttemptRefused _,
          Fact.TimerFired _,
          Fact.CancelRequested _,
          Fact.Redriven _,
          Fact.Discarded _,
          RunEvent.Began _,
          RunEvent.RetryPlanned _,
          RunEvent.FellBack _,
          RunEvent.StepFailed _,
          RunEvent.OutcomeUnknown _,
          RunEvent.StepSkipped _,
          RunEvent.StepCancelled _,
          RunEvent.Released _,
          RunEvent.Paused _,
          RunEvent.Reopened _,
          RunEvent.Compensated _,
          RunEvent.CompensationFailed _,
          RunEvent.Ended _ ->
          false;
    };
  }

  /** Whether no function that may be called for the step minds a repeated call, or its place. */
  private static boolean isRepeatable(String id, Run run) {
    Step step = run.step(id);
    for (Choice choice : step.choices()) {
      boolean repeatable =
          switch (choice) {
            case Choice.Call call ->
                isRepeatable(call.function())
                    && (call.compensation() == null || isRepeatable(call.compensation()));
            case Choice.Joined joined -> true;
            case Choice.Constant constant -> true;
          };
      if (!repeatable) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRepeatable(FunctionManifest function) {
    return function.effects() != Effects.ONCE && function.order() == null;
  }
}
