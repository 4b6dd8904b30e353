package dev.runnel.engine.run;

/** Whether a fact still matters to a run: answers and timers come late, and come twice. */
final class Relevance {

  private Relevance() {}

  static boolean isRelevant(Fact fact, Run run) {
    return switch (fact) {
      case Fact.AttemptStarted started ->
          run.pending().stream().anyMatch(command -> isCall(command, started));
      case Fact.AttemptSucceeded(var at, String step, int attempt, var outcome) ->
          isRunning(run, step, attempt);
      case Fact.AttemptFailed(var at, String step, int attempt, var failure) ->
          isRunning(run, step, attempt);
      case Fact.AttemptRefused refused -> isRunning(run, refused.step(), refused.attempt());
      case Fact.TimerFired(var at, var step) ->
          step == null
              ? run.ended() == null && !run.isSettled() && !at.isBefore(run.deadline())
              : isOver(run, step, at);
      case Fact.CancelRequested cancel -> run.ended() == null && !run.isSettled();
      case Fact.Redriven redriven -> run.whyNotRedriven(redriven.step()).isEmpty();
    };
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

  private static boolean isRunning(Run run, String step, int attempt) {
    if (run.ended() != null || !run.has(step)) {
      return false;
    }
    Progress current = run.progress(step).current();
    return current.state() == StepState.RUNNING && current.attempts() == attempt;
  }

  private static boolean isOver(Run run, String step, java.time.Instant now) {
    if (run.ended() != null || !run.has(step)) {
      return false;
    }
    Progress current = run.progress(step).current();
    return current.state() == StepState.WAITING && !now.isBefore(Run.due(current));
  }
}
