package dev.runnel.engine.run;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to a run: what the journal stores, in order, and all that is needed
 * to know the run again. {@link Fact}s come from outside; the others are what {@link Run} derives
 * from them, in the same append.
 */
public sealed interface RunEvent
    permits Fact,
        RunEvent.Began,
        RunEvent.RetryPlanned,
        RunEvent.FellBack,
        RunEvent.StepSucceeded,
        RunEvent.StepFailed,
        RunEvent.OutcomeUnknown,
        RunEvent.StepSkipped,
        RunEvent.StepCancelled,
        RunEvent.Released,
        RunEvent.Paused,
        RunEvent.Unpaused,
        RunEvent.Reopened,
        RunEvent.Compensated,
        RunEvent.CompensationFailed,
        RunEvent.Ended {

  /** When, by the router's clock. */
  Instant at();

  /** The run exists. */
  record Began(Instant at, String run, Event event, Plan plan, Instant deadline, Lineage lineage)
      implements RunEvent {

    /** The same with no more of its event than the attributes. */
    public Began withoutData() {
      return new Began(at, run, event.with(Data.NONE), plan, deadline, lineage);
    }
  }

  /** The step will be tried again when it is due. */
  record RetryPlanned(Instant at, String step, Instant due) implements RunEvent {}

  /** The step goes on with its next choice; {@code choice} is that choice's position. */
  record FellBack(Instant at, String step, int choice, Problem because) implements RunEvent {}

  /** The step has its outcome; {@code via} names the fallback that gave it, if one did. */
  record StepSucceeded(Instant at, String step, Outcome outcome, @Nullable String via)
      implements RunEvent {}

  /** The step has no outcome, and nothing is left to try. */
  record StepFailed(Instant at, String step, Problem problem) implements RunEvent {}

  /** The step's function may or may not have run, and must not run twice. The step has failed. */
  record OutcomeUnknown(Instant at, String step, Problem problem) implements RunEvent {}

  /**
   * The step's function was never called, since something that it needs has no outcome; nor was one
   * to be had of its fallbacks.
   */
  record StepSkipped(Instant at, String step, Problem problem) implements RunEvent {}

  /** The step was given up: the run was cancelled, or a chain has its end without this member. */
  record StepCancelled(Instant at, String step) implements RunEvent {}

  /**
   * A chain has its end without the step, whose function must not be called twice: the call that
   * goes on is awaited, and no other is made.
   */
  record Released(Instant at, String step) implements RunEvent {}

  /** The step's call was refused, and waits until a probe is let through. */
  record Paused(Instant at, String step, String reason, Instant until) implements RunEvent {}

  /** The step may be called again. */
  record Unpaused(Instant at, String step) implements RunEvent {}

  /** The step is open again, since one that it waits for, or that waits for it, was redriven. */
  record Reopened(Instant at, String step) implements RunEvent {}

  /** What the step did is undone. */
  record Compensated(Instant at, String step) implements RunEvent {}

  /** What the step did could not be undone. */
  record CompensationFailed(Instant at, String step, Problem problem) implements RunEvent {}

  /** The run is over, until a step is redriven. */
  record Ended(Instant at, RunState state) implements RunEvent {}
}
