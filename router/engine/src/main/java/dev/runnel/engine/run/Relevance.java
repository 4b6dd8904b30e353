package dev.runnel.engine.run;

import java.time.Instant;

/** Whether a fact still matters to a run: answers and timers come late, and come twice. */
final class Relevance {

  private Relevance() {}

  static boolean isRelevant(Fact fact, Run run) {
    return switch (fact) {
      case Fact.AttemptStarted started -> isDue(run, started);
      case Fact.Answer answer -> isAwaited(run, answer);
      case Fact.TimerFired(Instant at, var step) ->
          step == null ? run.isOverdue(at) : isOver(run, step, at);
      case Fact.CancelRequested cancel -> run.ended() == null && !run.isSettled();
      case Fact.Redriven redriven -> run.whyNotRedriven(redriven.step()).isEmpty();
      case Fact.Discarded discarded -> run.history().deadLetterOf(discarded.step()).isPresent();
    };
  }

  /**
   * Whether the call is one that is to be made, and is not being made already. A run that is taken
   * up past its deadline begins none: its timer is about to end it.
   */
  private static boolean isDue(Run run, Fact.AttemptStarted started) {
    return isAt(run, started.step(), StepState.PENDING)
        && !run.isOverdue(started.at())
        && run.pending().stream().anyMatch(command -> isCall(command, started));
  }

  private static boolean isCall(Command command, Fact.AttemptStarted started) {
    return switch (command) {
      case Command.Invoke(String step, var function, int attempt) ->
          step.equals(started.step()) && attempt == started.attempt();
      case Command.Compensate(String step, var function, int attempt) ->
          step.equals(started.step()) && attempt == started.attempt();
      case Command.Abort abort -> false;
      case Command.ArmTimer timer -> false;
      case Command.Finish finish -> false;
    };
  }

  private static boolean isAwaited(Run run, Fact.Answer answer) {
    return isAt(run, answer.step(), StepState.RUNNING)
        && run.progress(answer.step()).current().attempts() == answer.attempt();
  }

  private static boolean isOver(Run run, String step, Instant now) {
    return isAt(run, step, StepState.WAITING)
        && !now.isBefore(Run.due(run.progress(step).current()));
  }

  /** Whether the run goes on, and doing or undoing the step has come so far. */
  private static boolean isAt(Run run, String step, StepState state) {
    return run.ended() == null && run.has(step) && run.progress(step).current().state() == state;
  }
}
