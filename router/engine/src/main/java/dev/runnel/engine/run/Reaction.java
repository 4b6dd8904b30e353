package dev.runnel.engine.run;

import dev.runnel.contract.Data;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One decision in the making: the events that follow from a fact, each applied as it is added. */
final class Reaction {

  /** What stands for the fallback's name where the fallback was a constant. */
  static final String VIA_CONSTANT = "(value)";

  private final Instant now;
  private final RandomGenerator random;
  private final List<RunEvent> events = new ArrayList<>();
  private Run run;

  private Reaction(Instant now, Run run, RandomGenerator random) {
    this.now = now;
    this.run = run;
    this.random = random;
  }

  static Decision to(Fact fact, Run run, RandomGenerator random) {
    if (!Relevance.isRelevant(fact, run)) {
      return Decision.ignoring(fact, run);
    }
    var reaction = new Reaction(fact.at(), run, random);
    reaction.record(fact);
    reaction.derive(fact);
    reaction.settle();
    return Decision.of(fact, run, reaction.events, reaction.run);
  }

  /** To several facts, as if they were one; those that do not matter by then are left out. */
  static Decision toAll(List<Fact.Redriven> facts, Run run, RandomGenerator random) {
    var reaction = new Reaction(facts.getFirst().at(), run, random);
    for (Fact.Redriven fact : facts) {
      if (Relevance.isRelevant(fact, reaction.run)) {
        reaction.record(fact);
        reaction.derive(fact);
      }
    }
    if (reaction.events.isEmpty()) {
      return Decision.ignoring(facts.getFirst(), run);
    }
    reaction.settle();
    return Decision.of(facts.getFirst(), run, reaction.events, reaction.run);
  }

  static Decision toCrash(Instant now, Run run, RandomGenerator random) {
    var reaction = new Reaction(now, run, random);
    if (run.ended() == null) {
      run.plan().steps().forEach(reaction::interrupt);
      reaction.settle();
    }
    return Decision.afresh(reaction.events, reaction.run);
  }

  static Decision toStop(RunEvent.Began began, Run begun, Problem why) {
    var reaction = new Reaction(began.at(), begun, () -> 0L); // nothing is left to chance
    reaction.events.add(began);
    begun.plan().steps().forEach(step -> reaction.stop(step, why));
    reaction.settle();
    return Decision.afresh(reaction.events, reaction.run);
  }

  /** Steps that need nothing have the problem; what needs them opens with them again. */
  private void stop(Step step, Problem why) {
    record(
        step.waitsFor().findAny().isEmpty()
            ? new RunEvent.StepFailed(now, step.id(), why)
            : new RunEvent.StepSkipped(now, step.id(), Lack.of(step, run).orElse(why)));
  }

  private void interrupt(Step step) {
    Progress current = run.progress(step.id()).current();
    if (current.state() == StepState.RUNNING) {
      var fact = new Fact.AttemptFailed(now, step.id(), current.attempts(), interrupted());
      record(fact);
      derive(fact);
    } else if (current.isPaused()) { // whoever refused the call may have ended, too
      record(new RunEvent.Unpaused(now, step.id()));
    }
  }

  private static Failure interrupted() {
    var problem =
        Problem.of(
            ProblemType.UNREACHABLE, "The router stopped before the call's result was recorded");
    return new Failure(problem, Failure.Certainty.INTERRUPTED);
  }

  private void record(RunEvent event) {
    events.add(event);
    run = run.apply(event);
  }

  private void derive(Fact fact) {
    switch (fact) {
      case Fact.AttemptStarted started -> {}
      case Fact.AttemptSucceeded(Instant at, String step, int attempt, Outcome outcome) ->
          succeed(run.step(step), outcome);
      case Fact.AttemptFailed(Instant at, String step, int attempt, Failure failure) ->
          fail(run.step(step), failure);
      case Fact.AttemptRefused refused -> refuse(run.step(refused.step()), refused);
      case Fact.TimerFired(Instant at, @Nullable String step) -> goOn(step);
      case Fact.CancelRequested cancel ->
          openSteps().forEach(step -> record(new RunEvent.StepCancelled(now, step.id())));
      case Fact.Redriven redriven ->
          Reopening.of(redriven.step(), run)
              .forEach(step -> record(new RunEvent.Reopened(now, step.id())));
      case Fact.Discarded discarded -> {}
    }
  }

  private void succeed(Step step, Outcome outcome) {
    if (isUndoing(step)) {
      record(new RunEvent.Compensated(now, step.id()));
      return;
    }
    boolean fellBack = run.progress(step.id()).choice() > 0;
    record(
        new RunEvent.StepSucceeded(
            now, step.id(), outcome, fellBack ? run.called(step.id()).name() : null));
  }

  private void fail(Step step, Failure failure) {
    int tries = run.progress(step.id()).current().tries();
    RetryRule.Verdict verdict =
        RetryRule.verdict(run.called(step.id()), failure, tries, now, random);
    switch (verdict) {
      case RetryRule.Verdict.TryAgain _, RetryRule.Verdict.GiveUp _ when isReleased(step) ->
          record(new RunEvent.StepCancelled(now, step.id()));
      case RetryRule.Verdict.TryAgain(Instant due) ->
          record(new RunEvent.RetryPlanned(now, step.id(), due));
      case RetryRule.Verdict.GiveUp giveUp -> giveUp(step, failure.problem());
      case RetryRule.Verdict.Unknown unknown -> {
        Problem problem = outcomeUnknown(failure.problem());
        record(
            isUndoing(step)
                ? new RunEvent.CompensationFailed(now, step.id(), problem)
                : new RunEvent.OutcomeUnknown(now, step.id(), problem));
      }
    }
  }

  /** Nothing more is to be had from this choice: the next one, or the end of the step. */
  private void giveUp(Step step, Problem problem) {
    int next = run.progress(step.id()).choice() + 1;
    if (isUndoing(step)) {
      record(new RunEvent.CompensationFailed(now, step.id(), problem));
    } else if (next < step.choices().size() && !Lack.isCutOff(step, run)) {
      record(new RunEvent.FellBack(now, step.id(), next, problem));
    } else {
      record(
          Lack.of(step, run)
              .<RunEvent>map(lack -> new RunEvent.StepSkipped(now, step.id(), lack))
              .orElseGet(() -> new RunEvent.StepFailed(now, step.id(), problem)));
    }
  }

  private void refuse(Step step, Fact.AttemptRefused refused) {
    var problem = Problem.of(ProblemType.UNAVAILABLE, refused.reason());
    if (isReleased(step)) {
      record(new RunEvent.StepCancelled(now, step.id()));
    } else if (refused.open() && run.hasFallback(step.id())) {
      giveUp(step, problem);
    } else if (run.counts(refused)) {
      fail(step, new Failure(problem, Failure.Certainty.NOT_RUN, untilProbe(refused)));
    } else {
      Instant until = Objects.requireNonNullElse(refused.probeAt(), run.deadline());
      record(new RunEvent.Paused(now, step.id(), refused.reason(), until));
    }
  }

  private @Nullable Duration untilProbe(Fact.AttemptRefused refused) {
    Instant probeAt = refused.probeAt();
    return probeAt == null ? null : Duration.between(now, probeAt);
  }

  /** A timer is over, a step's or (null) the run's. At the deadline no further call is begun. */
  private void goOn(@Nullable String step) {
    if (run.isOverdue(now)) {
      openSteps().forEach(this::passDeadline);
    } else if (step != null && run.progress(step).current().isPaused()) {
      record(new RunEvent.Unpaused(now, step));
    }
  }

  private void passDeadline(Step step) {
    var problem =
        Problem.of(ProblemType.DEADLINE, "The run was not over at its deadline " + run.deadline());
    record(
        isCallingOnce(step)
            ? new RunEvent.OutcomeUnknown(now, step.id(), outcomeUnknown(problem))
            : new RunEvent.StepFailed(now, step.id(), problem));
  }

  private static Problem outcomeUnknown(Problem cause) {
    return Problem.of(ProblemType.OUTCOME_UNKNOWN, cause.detail());
  }

  /** What follows by itself: steps that need no call or cannot have one, and the run's end. */
  private void settle() {
    run.plan().steps().forEach(this::settle);
    boolean over = run.ended() == null && run.isSettled() && Compensation.next(run).isEmpty();
    if (over) {
      record(new RunEvent.Ended(now, finalState()));
    }
  }

  private void settle(Step step) {
    if (run.progress(step.id()).state() != StepState.PENDING) {
      return;
    }
    switch (run.choice(step)) {
      case Choice.Constant(Data value) ->
          record(new RunEvent.StepSucceeded(now, step.id(), Outcome.of(value), VIA_CONSTANT));
      case Choice.Joined(ChainManifest chain) -> join(step, chain);
      case Choice.Call call when Readiness.of(step, run) == Readiness.LACKS -> {
        Lack.of(step, run).ifPresent(lack -> giveUp(step, lack));
        settle(step);
      }
      case Choice.Call call -> {}
    }
  }

  /** A chain ends as soon as its members have come far enough, well or not. */
  private void join(Step step, ChainManifest chain) {
    switch (Tally.of(step, chain, run)) {
      case Tally.Open open -> {}
      case Tally.TooFew(Problem problem) -> {
        giveUp(step, problem);
        leave(step);
      }
      case Tally.Enough(var values) -> {
        conclude(step, JoinedValue.of(chain.aggregate(), values));
        leave(step);
      }
    }
  }

  private void conclude(Step step, JoinedValue joined) {
    switch (joined) {
      case JoinedValue.Made(Data value) ->
          record(new RunEvent.StepSucceeded(now, step.id(), Outcome.of(value), null));
      case JoinedValue.Unusable(Problem problem) -> giveUp(step, problem);
    }
  }

  /** The chain waits for no member any more; those that nobody else waits for end too. */
  private void leave(Step chain) {
    for (Step step : Surplus.of(chain, run)) {
      record(
          isCallingOnce(step)
              ? new RunEvent.Released(now, step.id())
              : new RunEvent.StepCancelled(now, step.id()));
    }
    settle(chain);
  }

  private RunState finalState() {
    if (run.cancelled()) {
      return RunState.CANCELLED;
    }
    for (Step step : run.plan().steps()) {
      if (step.isGoal() && !run.progress(step.id()).hasOutcome()) {
        return RunState.FAILED;
      }
    }
    return RunState.SUCCEEDED;
  }

  private List<Step> openSteps() {
    return run.plan().steps().stream()
        .filter(step -> !run.progress(step.id()).state().isFinal())
        .toList();
  }

  /** Whether a call goes on that must neither be given up nor repeated. */
  private boolean isCallingOnce(Step step) {
    return run.progress(step.id()).state() == StepState.RUNNING
        && run.called(step.id()).effects() == FunctionManifest.Effects.ONCE;
  }

  private boolean isReleased(Step step) {
    return run.progress(step.id()).isReleased() && !isUndoing(step);
  }

  private boolean isUndoing(Step step) {
    return run.progress(step.id()).hasOutcome();
  }
}
