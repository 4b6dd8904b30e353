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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final LetterBook letters;
  private final UndoRules undoing;
  private final Set<RunState> endings = EnumSet.noneOf(RunState.class);
  private boolean cancelled;
  private boolean wasCancelled;
  private boolean compensates;
  private @Nullable RunState ended;
  private Instant endedAt = Instant.MAX;
  private Instant deadline;
  private int events = 1;

  /** The epoch of the life that owns it. */
  long owner;

  RunLog(RunEvent.Began began, long owner, CallBook calls, LetterBook letters, Findings findings) {
    this.began = began;
    this.owner = owner;
    this.calls = calls;
    this.letters = letters;
    this.findings = findings;
    this.deadline = began.deadline();
    this.undoing = new UndoRules(this, Script.FUNCTIONS, findings);
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

  /** Whether it has ever ended so. */
  boolean hasEnded(String state) {
    return endings.stream().anyMatch(each -> each.name().equalsIgnoreCase(state));
  }

  /** When it ended; {@link Instant#MAX}: it goes on. */
  Instant endedAt() {
    return endedAt;
  }

  /** When its open steps fail. */
  Instant deadline() {
    return deadline;
  }

  /** How many records it has. */
  int events() {
    return events;
  }

  boolean hasLetters() {
    return steps.values().stream().anyMatch(step -> step.letter > 0);
  }

  /** Whether somebody has ever wanted its end. */
  boolean cancelled() {
    return wasCancelled;
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
    events++;
    if (ended != null && !(event instanceof Fact.Redriven)) {
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
      case RunEvent.Paused(Instant at, String step, String reason, Instant until) -> {
        step(step).due = until;
        step(step).paused = true;
      }
      case RunEvent.Unpaused(Instant at, String step) -> unpaused(step);
      case RunEvent.Released _ -> {}
      case Fact.CancelRequested(Instant at, boolean compensate) -> {
        cancelled = true;
        wasCancelled = true;
        compensates = compensate;
      }
      case Fact.Redriven redriven -> redriven(redriven);
      case RunEvent.Reopened(Instant at, String step) -> step(step).reopen();
      case Fact.Discarded _ -> found(Check.IN_ORDER, "nobody discards anything here");
      case RunEvent.RetryPlanned(Instant at, String step, Instant due) -> planned(step, due);
      case RunEvent.FellBack(Instant at, String step, int choice, var because) ->
          fellBack(step, choice);
      case RunEvent.StepSucceeded(Instant at, String step, var outcome, var via) -> {
        settle(step, StepLog.Standing.SUCCEEDED);
        undoing.completed(step);
      }
      case RunEvent.StepFailed(Instant at, String step, var problem) -> {
        settle(step, StepLog.Standing.FAILED);
        if (!problem.is(ProblemType.DEADLINE)) {
          justify(step);
        }
        letter(step, false);
      }
      case RunEvent.OutcomeUnknown(Instant at, String step, var problem) -> {
        settle(step, StepLog.Standing.FAILED);
        letter(step, true);
      }
      case RunEvent.StepSkipped(Instant at, String step, var problem) ->
          settle(step, StepLog.Standing.FAILED);
      case RunEvent.StepCancelled(Instant at, String step) -> {
        settle(step, StepLog.Standing.FAILED);
        step(step).cancelled = true;
      }
      case RunEvent.Compensated(Instant at, String step) -> undoing.undone(step);
      case RunEvent.CompensationFailed(Instant at, String step, var problem) ->
          step(step).undoFailed = true;
      case RunEvent.Ended(Instant at, RunState state) -> end(state, at);
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
        step.standing != StepLog.Standing.FAILED && (!succeeded(step) || undoing.canBeUndone(id)),
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
    step.begunAt = at;
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

  /** Its timer goes off, or another life takes it up, whose breaker is closed. */
  private void unpaused(String id) {
    StepLog step = step(id);
    check(step.paused, Check.IN_ORDER, "%s is unpaused, and was not paused", id);
    step.paused = false;
    step.due = null;
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

  private static boolean succeeded(StepLog step) {
    return step.standing == StepLog.Standing.SUCCEEDED;
  }

  private void letter(String id, boolean doubtful) {
    step(id).letter = events;
    step(id).doubtful = doubtful;
    letters.opened(new Letter(id(), events, id, planned(id).function()));
  }

  private void redriven(Fact.Redriven redriven) {
    String id = redriven.step();
    StepLog step = step(id);
    var letter = new Letter(id(), step.letter, id, planned(id).function());
    check(
        step.letter > 0 && letters.permits(letter, step.doubtful),
        Check.REDRIVEN_AS_WISHED,
        "%s is redriven; it may have run: %s",
        letter,
        step.doubtful);
    check(!undoing.hasUndone(), Check.UNDONE_FOR_GOOD, "%s is redriven", id);
    step.reopen();
    ended = null;
    endedAt = Instant.MAX;
    cancelled = false;
    compensates = false;
    deadline = redriven.deadline();
  }

  private void end(RunState state, Instant at) {
    ended = state;
    endedAt = at;
    endings.add(state);
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
    undoing.ended(cancelled && compensates);
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
