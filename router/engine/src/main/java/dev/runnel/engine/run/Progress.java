package dev.runnel.engine.run;

import static dev.runnel.engine.run.StepState.COMPENSATED;
import static dev.runnel.engine.run.StepState.FAILED;
import static dev.runnel.engine.run.StepState.PENDING;
import static dev.runnel.engine.run.StepState.RUNNING;
import static dev.runnel.engine.run.StepState.SUCCEEDED;
import static dev.runnel.engine.run.StepState.WAITING;

import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one step has come. Undoing a step goes through the same states as doing it, so it is a
 * progress of its own, inside the step's.
 *
 * @param choice position of the step's choice whose turn it is
 * @param attempts calls begun so far, all choices and the undoing together
 * @param tries calls begun so far for this choice
 * @param waitsFor what it waits for; null unless it waits
 * @param outcome what it produced; kept when it was undone
 * @param via the fallback that gave the outcome, or null
 * @param problem the last thing that went wrong, or null
 * @param undo how far undoing it has come; null until that begins
 * @param demand who asks for its outcome
 */
public record Progress(
    StepState state,
    int choice,
    int attempts,
    int tries,
    @Nullable Wait waitsFor,
    @Nullable Outcome outcome,
    @Nullable String via,
    @Nullable Problem problem,
    @Nullable Progress undo,
    Demand demand) {

  static final Progress NONE = begin(0);

  private static Progress begin(int attempts) {
    return new Progress(PENDING, 0, attempts, 0, null, null, null, null, null, Demand.PLAN);
  }

  public boolean hasOutcome() {
    return state == SUCCEEDED;
  }

  /** When the wait is over; null unless it waits. */
  public @Nullable Instant due() {
    return waitsFor == null ? null : waitsFor.due();
  }

  /** Whether it waits because its call was refused. */
  public boolean isPaused() {
    return waitsFor != null && waitsFor.isPause();
  }

  /** The progress that calls are part of now: the step's own, or its undoing's once it is done. */
  Progress current() {
    if (state != SUCCEEDED) {
      return this;
    }
    return undo == null ? begin(attempts) : undo;
  }

  /** This with another current progress. */
  Progress withCurrent(Progress changed) {
    return state == SUCCEEDED
        ? new Progress(
            state,
            choice,
            changed.attempts,
            tries,
            waitsFor,
            outcome,
            via,
            problem,
            changed,
            demand)
        : changed;
  }

  Progress started() {
    return new Progress(
        RUNNING, choice, attempts + 1, tries + 1, null, outcome, via, problem, undo, demand);
  }

  Progress refused() {
    return new Progress(
        PENDING, choice, attempts - 1, tries - 1, null, outcome, via, problem, undo, demand);
  }

  Progress failedOnce(Problem why) {
    return new Progress(state, choice, attempts, tries, waitsFor, outcome, via, why, undo, demand);
  }

  Progress waiting(Wait until) {
    return new Progress(
        WAITING, choice, attempts, tries, until, outcome, via, problem, undo, demand);
  }

  Progress ready() {
    return new Progress(
        PENDING, choice, attempts, tries, null, outcome, via, problem, undo, demand);
  }

  Progress fellBack(int next, Problem why) {
    return new Progress(PENDING, next, attempts, 0, null, outcome, via, why, undo, demand);
  }

  Progress succeeded(Outcome value, @Nullable String by) {
    return new Progress(SUCCEEDED, choice, attempts, tries, null, value, by, problem, undo, demand);
  }

  Progress ended(StepState last, @Nullable Problem why) {
    return new Progress(last, choice, attempts, tries, null, outcome, via, why, undo, demand);
  }

  /** Whether nobody waits for it any more, and only its call that goes on is awaited. */
  public boolean isReleased() {
    return demand == Demand.NOBODY;
  }

  Progress askedForBy(Demand other) {
    return new Progress(
        state, choice, attempts, tries, waitsFor, outcome, via, problem, undo, other);
  }

  Progress reopened() {
    return begin(attempts);
  }

  Progress compensated() {
    return new Progress(
        COMPENSATED, choice, attempts, tries, null, outcome, via, problem, undo, demand);
  }

  Progress compensationFailed(Problem why) {
    return withCurrent(current().ended(FAILED, why));
  }
}
