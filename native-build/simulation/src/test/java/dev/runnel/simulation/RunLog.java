package dev.runnel.simulation;

import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.engine.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the journal has of one run, read by eyes of its own: each record is held against those
 * before it.
 */
@SuppressWarnings("AnnotateFormatMethod") // that annotation would be a dependency of its own
final class RunLog {

  /** Tries beyond a function's attempts, as many as a router's end may cost. */
  static final int MORE_AFTER_INTERRUPTION = 3;

  private final RunEvent.Began began;
  private final CallBook calls;
  private final Findings findings;
  private final Map<String, StepLog> steps = new HashMap<>();
  private final List<String> completed = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();
  private boolean cancelled;
  private @Nullable RunState ended;

  /** The epoch of the life that owns it. */
  long owner;

  RunLog(RunEvent.Began began, long owner, CallBook calls, Findings findings) {
    this.began = began;
    this.owner = owner;
    this.calls = calls;
    this.findings = findings;
    began.plan().steps().forEach(step -> steps.put(step.id(), new StepLog()));
  }

  String id() {
    return began.run();
  }

  RunEvent.Began began() {
    return began;
  }

  @Nullable RunState ended() {
    return ended;
  }

  boolean cancelled() {
    return cancelled;
  }

  /** Whether nothing of it can be cancelled any more. */
  boolean isSettled() {
    return steps.values().stream().noneMatch(step -> step.standing == StepLog.Standing.OPEN);
  }

  StepLog step(String id) {
    StepLog step = steps.get(id);
    if (step == null) {
      throw new IllegalArgumentException("no step " + id + " in " + steps.keySet());
    }
    return step;
  }

  Step planned(String id) {
    return began.plan().steps().stream()
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  void record(RunEvent event) {
    if (ended != null) {
      found(Check.IN_ORDER, "%s after its end", event);
      return;
    }
    switch (event) {
      case RunEvent.Began again -> found(Check.IN_ORDER, "it began twice");
      case Fact.AttemptStarted(Instant at, String step, int attempt) -> begun(step, attempt, at);
      case Fact.AttemptSucceeded succeeded -> succeeded(succeeded);
      case Fact.AttemptFailed(Instant at, String step, int attempt, Failure failure) ->
          failed(step, attempt, failure);
      case Fact.AttemptRefused refused -> refused(refused);
      case Fact.TimerFired(Instant at, @Nullable String step) -> fired(step, at);
      case RunEvent.Paused _, RunEvent.Unpaused _, RunEvent.Released _ -> {}
      case Fact.CancelRequested _ -> cancelled = true;
      case Fact.Redriven _, Fact.Discarded _, RunEvent.Reopened _ ->
          found(Check.IN_ORDER, "nobody goes on with what has failed here");
      case RunEvent.RetryPlanned(Instant at, String step, Instant due) -> planned(step, due);
      case RunEvent.FellBack(Instant at, String step, int choice, var because) ->
          fellBack(step, choice);
      case RunEvent.StepSucceeded(Instant at, String step, var outcome, var via) -> {
        settle(step, StepLog.Standing.SUCCEEDED);
        completed.add(step);
      }
      case RunEvent.StepFailed(Instant at, String step, var problem) -> {
        settle(step, StepLog.Standing.FAILED);
        if (!problem.is(ProblemType.DEADLINE)) {
          justify(step);
        }
      }
      case RunEvent.OutcomeUnknown(Instant at, String step, var problem) ->
          settle(step, StepLog.Standing.FAILED);
      case RunEvent.StepSkipped(Instant at, String step, var problem) ->
          settle(step, StepLog.Standing.FAILED);
      case RunEvent.StepCancelled(Instant at, String step) -> settle(step, StepLog.Standing.FAILED);
      case RunEvent.Compensated(Instant at, String step) -> undone(step);
      case RunEvent.CompensationFailed _ -> {}
      case RunEvent.Ended(Instant at, RunState state) -> end(state);
    }
  }

  private void begun(String id, int attempt, Instant at) {
    StepLog step = step(id);
    int expected = step.refused ? step.lastBegun : step.lastBegun + 1;
    check(
        step.unanswered == 0 && attempt == expected,
        Check.IN_ORDER,
        "attempt %d of %s is begun where %d was to come, and %d has no result",
        attempt,
        id,
        expected,
        step.unanswered);
    check(
        step.standing != StepLog.Standing.FAILED && (!succeeded(step) || canBeUndone(id)),
        Check.DONE_ONCE,
        "attempt %d of %s is begun although it is %s",
        attempt,
        id,
        step.standing);
    check(
        step.due == null,
        Check.NOT_BEFORE_DUE,
        "attempt %d of %s is begun at %s, due at %s, and no timer has gone off",
        attempt,
        id,
        at,
        step.due);
    step.lastBegun = attempt;
    step.unanswered = attempt;
    step.refused = false;
    step.begun++;
  }

  /** Who begins the attempt then may have another clock than whose timer it was. */
  private void fired(@Nullable String id, Instant at) {
    if (id != null) {
      StepLog step = step(id);
      check(
          step.due == null || !at.isBefore(step.due),
          Check.NOT_BEFORE_DUE,
          "the timer of %s goes off at %s, due at %s",
          id,
          at,
          step.due);
      step.due = null;
    }
  }

  private void succeeded(Fact.AttemptSucceeded succeeded) {
    answered(succeeded);
    check(
        calls.hasAnswered(id(), succeeded),
        Check.RECORDED_AS_ANSWERED,
        "attempt %d of %s is recorded with %s",
        succeeded.attempt(),
        succeeded.step(),
        succeeded.outcome().value().text());
  }

  private void answered(Fact.Answer answer) {
    StepLog step = step(answer.step());
    check(
        step.unanswered == answer.attempt(),
        Check.IN_ORDER,
        "%s, where attempt %d has no result",
        answer,
        step.unanswered);
    step.unanswered = 0;
  }

  private void failed(String id, int attempt, Failure failure) {
    StepLog step = step(id);
    check(
        step.unanswered == attempt,
        Check.IN_ORDER,
        "attempt %d of %s has failed, where %d has no result",
        attempt,
        id,
        step.unanswered);
    step.unanswered = 0;
    step.failures++;
    step.hopeless = !ProblemType.isRetryable(failure.problem().status());
    if (failure.certainty() == Certainty.INTERRUPTED) {
      step.interruptions++;
    }
  }

  private void refused(Fact.AttemptRefused refused) {
    answered(refused);
    StepLog step = step(refused.step());
    step.refused = true;
    step.begun--;
  }

  private void planned(String id, Instant due) {
    StepLog step = step(id);
    check(step.failures > 0, Check.IN_ORDER, "a retry of %s is planned without a failure", id);
    step.due = due;
  }

  private void fellBack(String id, int choice) {
    StepLog step = step(id);
    check(
        step.failures > 0 || step.refused || lacks(id) || planned(id).isChain(),
        Check.FALLBACK_AFTER_FAILURE,
        "%s falls back, and nothing has failed",
        id);
    check(choice == step.choice + 1, Check.IN_ORDER, "%s falls back to choice %d", id, choice);
    step.next();
  }

  private boolean lacks(String id) {
    return planned(id).waitsFor().anyMatch(need -> step(need).standing == StepLog.Standing.FAILED);
  }

  private void settle(String id, StepLog.Standing standing) {
    StepLog step = step(id);
    check(
        step.standing == StepLog.Standing.OPEN,
        Check.IN_ORDER,
        "%s becomes %s, and was %s",
        id,
        standing,
        step.standing);
    step.standing = standing;
    step.due = null;
    if (standing == StepLog.Standing.FAILED) {
      step.unanswered = 0;
    }
  }

  /** A step fails when its last choice has no attempt left, or one that makes no sense. */
  private void justify(String id) {
    StepLog step = step(id);
    Step planned = planned(id);
    check(
        step.choice == planned.choices().size() - 1 || lacks(id),
        Check.FAILED_FOR_A_REASON,
        "%s fails with a fallback left",
        id);
    if (planned.choices().get(step.choice) instanceof Choice.Call(FunctionManifest function, _)) {
      boolean once = function.effects() == Effects.ONCE;
      check(
          once || step.hopeless || step.failures >= function.retry().attempts(),
          Check.FAILED_FOR_A_REASON,
          "%s fails after %d of %d attempts",
          id,
          step.failures,
          function.retry().attempts());
    }
  }

  private boolean canBeUndone(String id) {
    StepLog step = step(id);
    return planned(id).choices().get(step.choice) instanceof Choice.Call call
        && call.compensation() != null;
  }

  private static boolean succeeded(StepLog step) {
    return step.standing == StepLog.Standing.SUCCEEDED;
  }

  private void undone(String id) {
    StepLog step = step(id);
    check(!step.undone, Check.UNDONE_ONCE, "%s is undone twice", id);
    check(
        undone.isEmpty() || completed.indexOf(id) <= completed.indexOf(undone.getLast()),
        Check.UNDONE_BACKWARDS,
        "%s is undone after %s; they were done in the order %s",
        id,
        undone,
        completed);
    step.undone = true;
    undone.add(id);
  }

  private void end(RunState state) {
    ended = state;
    List<String> without =
        began.plan().goals().stream().map(Step::id).filter(goal -> !succeeded(step(goal))).toList();
    boolean fits =
        switch (state) {
          case SUCCEEDED -> without.isEmpty();
          case FAILED ->
              without.stream().allMatch(goal -> step(goal).standing == StepLog.Standing.FAILED)
                  && !without.isEmpty();
          case CANCELLED -> cancelled;
          case RUNNING, WAITING -> false;
        };
    check(fits, Check.GOALS_OR_DEAD_LETTERS, "it ends %s, without %s", state, without);
  }

  private void found(Check check, String what, @Nullable Object... words) {
    check(false, check, what, words);
  }

  private void check(boolean holds, Check check, String what, @Nullable Object... words) {
    if (!holds) {
      findings.unless(false, check, "run %s: %s", id(), what.formatted(words));
    }
  }
}
