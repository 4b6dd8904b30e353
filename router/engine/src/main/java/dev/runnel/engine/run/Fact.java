package dev.runnel.engine.run;

import dev.runnel.contract.Outcome;
import dev.runnel.engine.plan.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that the world reports to a run. */
public sealed interface Fact extends RunEvent {

  /**
   * A call is being made. Attempts of a step count from 1, its fallbacks' and its undoing's too.
   */
  record AttemptStarted(Instant at, String step, int attempt) implements Fact {}

  /** What came of a call. */
  sealed interface Answer extends Fact {

    String step();

    int attempt();
  }

  /** The call gave an outcome. */
  record AttemptSucceeded(Instant at, String step, int attempt, Outcome outcome)
      implements Answer {}

  /** The call gave none. */
  record AttemptFailed(Instant at, String step, int attempt, Failure failure) implements Answer {}

  /**
   * The call was not made after all, because a guard stood in its way. It does not count, unless it
   * was to undo a step and the run's deadline has passed, which would end the wait otherwise.
   *
   * @param probeAt when the guard may let a call through, or null where only the run's deadline
   *     bounds the wait
   * @param open whether the way is known to be closed (an open breaker), so that a fallback is
   *     taken at once, and not merely full
   */
  record AttemptRefused(
      Instant at, String step, int attempt, String reason, @Nullable Instant probeAt, boolean open)
      implements Answer {}

  /** An armed timer went off: a step's, or with null the run's deadline. */
  record TimerFired(Instant at, @Nullable String step) implements Fact {}

  /** Somebody wants the run to end. */
  record CancelRequested(Instant at, boolean compensate) implements Fact {}

  /**
   * Somebody wants a failed step to be tried anew, until the new deadline.
   *
   * @param as the step from now on, with newer manifests; null: as it was
   */
  record Redriven(Instant at, String step, Instant deadline, @Nullable Step as) implements Fact {}

  /** Somebody has no more use for a failed step: it is no dead letter from now on. */
  record Discarded(Instant at, String step) implements Fact {}
}
