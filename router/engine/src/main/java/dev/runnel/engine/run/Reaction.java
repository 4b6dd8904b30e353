package dev.runnel.engine.run;

import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
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
      return new Decision(List.of(), run, rearmed(fact, run));
    }
    var reaction = new Reaction(fact.at(), run, random);
    reaction.record(fact);
    reaction.derive(fact);
    reaction.settle();
    return reaction.decision(run, isGivingUp(fact));
  }

  static Decision toCrash(Instant now, Run run, RandomGenerator random) {
    var reaction = new Reaction(now, run, random);
    for (Step step : run.plan().steps()) {
      Progress current = run.progress(step.id()).current();
      if (current.state() == StepState.RUNNING && run.ended() == null) {
        var fact = new Fact.AttemptFailed(now, step.id(), current.attempts(), interrupted());
        reaction.record(fact);
        reaction.derive(fact);
      }
    }
    reaction.settle();
    return new Decision(reaction.events, reaction.run, reaction.run.pending());
  }

  private static Failure interrupted() {
    var problem =
        Problem.of(
            ProblemType.UNREACHABLE, "The router stopped before the call's result was recorded");
    return new Failure(problem, Failure.Certainty.UNKNOWN);
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
      case Fact.TimerFired(Instant at, @Nullable String step) -> {
        if (step == null) {
          passDeadline();
        }
      }
      case Fact.CancelRequested cancel ->
          openSteps().forEach(step -> record(new RunEvent.StepCancelled(now, step.id())));
      case Fact.Redriven redriven -> {}
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
    switch (RetryRule.verdict(run.called(step.id()), failure, tries, now, random)) {
      case RetryRule.Verdict.TryAgain(Instant due) ->
          record(new RunEvent.RetryPlanned(now, step.id(), due));
      case RetryRule.Verdict.GiveUp giveUp -> giveUp(step, failure.problem());
      case RetryRule.Verdict.Unknown unknown -> {
        var problem = Problem.of(ProblemType.OUTCOME_UNKNOWN, failure.problem().detail());
        record(
            isUndoing(step)
                ? new RunEvent.CompensationFailed(now, step.id(), problem)
                : new RunEvent.OutcomeUnknown(now, step.id(), problem));
      }
    }
  }

  /** Nothing more is to be had from this choice: the next one, or the end of the step. */
  private void giveUp(Step step, Problem problem) {
    if (isUndoing(step)) {
      record(new RunEvent.CompensationFailed(now, step.id(), problem));
      return;
    }
    int next = run.progress(step.id()).choice() + 1;
    if (next < step.choices().size()) {
      record(new RunEvent.FellBack(now, step.id(), next, problem));
      if (step.choices().get(next) instanceof Choice.Constant(var value)) {
        record(new RunEvent.StepSucceeded(now, step.id(), Outcome.of(value), VIA_CONSTANT));
      }
    } else if (problem.is(ProblemType.DEPENDENCY_FAILED)) {
      record(new RunEvent.StepSkipped(now, step.id(), problem));
    } else {
      record(new RunEvent.StepFailed(now, step.id(), problem));
    }
  }

  private void refuse(Step step, Fact.AttemptRefused refused) {
    boolean fallbackLeft =
        !isUndoing(step) && run.progress(step.id()).choice() + 1 < step.choices().size();
    if (refused.open() && fallbackLeft) {
      giveUp(step, Problem.of(ProblemType.UNAVAILABLE, refused.reason()));
      return;
    }
    Instant until = Objects.requireNonNullElse(refused.probeAt(), run.deadline());
    record(new RunEvent.Paused(now, step.id(), refused.reason(), until));
  }

  private void passDeadline() {
    var problem =
        Problem.of(ProblemType.DEADLINE, "The run was not over at its deadline " + run.deadline());
    openSteps().forEach(step -> record(new RunEvent.StepFailed(now, step.id(), problem)));
  }

  /** What follows by itself: steps that lack what they need, and the end of the run. */
  private void settle() {
    for (Step step : run.plan().steps()) {
      boolean pending = run.progress(step.id()).state() == StepState.PENDING;
      if (pending && Readiness.of(step, run) == Readiness.LACKS) {
        giveUp(step, dependencyFailed(step));
      }
    }
    boolean over = run.ended() == null && run.isSettled() && Compensation.next(run).isEmpty();
    if (over) {
      record(new RunEvent.Ended(now, finalState()));
    }
  }

  private Problem dependencyFailed(Step step) {
    List<String> without =
        step.needs().entrySet().stream()
            .filter(need -> !run.progress(need.getValue()).hasOutcome())
            .map(need -> need.getKey())
            .sorted()
            .toList();
    return Problem.of(ProblemType.DEPENDENCY_FAILED, "No outcome of " + String.join(", ", without));
  }

  private RunState finalState() {
    boolean anyCancelled =
        run.progress().stream().anyMatch(at -> at.state() == StepState.CANCELLED);
    if (run.cancelled() && anyCancelled) {
      return RunState.CANCELLED;
    }
    boolean allReached =
        run.plan().goals().stream().allMatch(goal -> run.progress(goal.id()).hasOutcome());
    return allReached ? RunState.SUCCEEDED : RunState.FAILED;
  }

  private List<Step> openSteps() {
    return run.plan().steps().stream()
        .filter(step -> !run.progress(step.id()).state().isFinal())
        .toList();
  }

  private boolean isUndoing(Step step) {
    return run.progress(step.id()).hasOutcome();
  }

  private Decision decision(Run before, boolean givingUp) {
    List<Command> known = before.pending();
    var commands = new ArrayList<Command>();
    if (givingUp) {
      known.forEach(command -> abortIfOver(command, commands));
    }
    run.pending().stream().filter(command -> !known.contains(command)).forEach(commands::add);
    RunState ended = run.ended();
    if (ended != null) {
      commands.add(new Command.Finish(ended));
    }
    return new Decision(events, run, commands);
  }

  private void abortIfOver(Command command, List<Command> commands) {
    if (command instanceof Command.Invoke(String step, String function, int attempt)
        && run.progress(step).state().isFinal()) {
      commands.add(new Command.Abort(step, attempt));
    }
  }

  /** Whether the fact ends steps whose calls may still be going on. */
  private static boolean isGivingUp(Fact fact) {
    return switch (fact) {
      case Fact.CancelRequested cancel -> true;
      case Fact.TimerFired timer -> timer.step() == null;
      case Fact.AttemptStarted started -> false;
      case Fact.AttemptSucceeded succeeded -> false;
      case Fact.AttemptFailed failed -> false;
      case Fact.AttemptRefused refused -> false;
      case Fact.Redriven redriven -> false;
    };
  }

  /** A timer that went off too early is armed again; nothing else is owed to a late fact. */
  private static List<Command> rearmed(Fact fact, Run run) {
    if (!(fact instanceof Fact.TimerFired timer)) {
      return List.of();
    }
    return run.pending().stream()
        .filter(
            command ->
                command instanceof Command.ArmTimer armed
                    && Objects.equals(armed.step(), timer.step()))
        .toList();
  }
}
