package dev.runnel.engine.run;

import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fold itself: what each event changes in a run. Pure bookkeeping, no decisions. */
final class Fold {

  private Fold() {}

  static Run apply(Run run, RunEvent event) {
    return remembering(run.history().and(event), changed(run, event));
  }

  private static Run changed(Run run, RunEvent event) {
    return switch (event) {
      case RunEvent.Began began ->
          throw new IllegalStateException("run " + run.id() + " began twice");
      case Fact fact -> applyFact(run, fact);
      case RunEvent.RetryPlanned(Instant at, String step, Instant due) ->
          current(run, step, it -> it.waiting(new Wait(due, null)));
      case RunEvent.Paused(Instant at, String step, String reason, Instant until) ->
          current(run, step, it -> it.waiting(new Wait(until, reason)));
      case RunEvent.Unpaused(Instant at, String step) -> current(run, step, Progress::ready);
      case RunEvent.FellBack(Instant at, String step, int choice, var because) ->
          change(run, step, it -> it.fellBack(choice, because));
      case RunEvent.StepSucceeded(Instant at, String step, var outcome, var via) ->
          completed(change(run, step, it -> it.succeeded(outcome, via)), step);
      case RunEvent.StepFailed(Instant at, String step, var problem) ->
          change(run, step, it -> it.ended(StepState.FAILED, problem));
      case RunEvent.OutcomeUnknown(Instant at, String step, var problem) ->
          change(run, step, it -> it.ended(StepState.FAILED, problem));
      case RunEvent.StepSkipped(Instant at, String step, var problem) ->
          change(run, step, it -> it.ended(StepState.SKIPPED, problem));
      case RunEvent.StepCancelled(Instant at, String step) ->
          change(run, step, it -> it.ended(StepState.CANCELLED, it.problem()));
      case RunEvent.Released(Instant at, String step) ->
          change(run, step, it -> it.askedForBy(Demand.NOBODY));
      case RunEvent.Reopened(Instant at, String step) -> change(run, step, Progress::reopened);
      case RunEvent.Compensated(Instant at, String step) ->
          change(run, step, Progress::compensated);
      case RunEvent.CompensationFailed(Instant at, String step, var problem) ->
          change(run, step, it -> it.compensationFailed(problem));
      case RunEvent.Ended(Instant at, RunState state) ->
          ending(run, run.cancelled(), run.compensate(), state);
    };
  }

  private static Run applyFact(Run run, Fact fact) {
    return switch (fact) {
      case Fact.AttemptStarted(Instant at, String step, int attempt) ->
          current(run, step, Progress::started);
      case Fact.AttemptSucceeded(Instant at, String step, int attempt, var outcome) -> run;
      case Fact.AttemptFailed(Instant at, String step, int attempt, Failure failure) ->
          current(run, step, it -> it.failedOnce(failure.problem()));
      case Fact.AttemptRefused refused ->
          run.counts(refused) ? run : current(run, refused.step(), Progress::refused);
      case Fact.TimerFired(Instant at, var step) ->
          step == null ? run : current(run, step, it -> it.isPaused() ? it : it.ready());
      case Fact.CancelRequested(Instant at, boolean compensate) ->
          ending(run, true, compensate, null);
      case Fact.Redriven redriven -> reopen(run, redriven);
      // Whatever it was that ended it is said once more, after this.
      case Fact.Discarded discarded -> ending(run, run.cancelled(), run.compensate(), null);
    };
  }

  private static Run change(Run run, String step, UnaryOperator<Progress> change) {
    var progress = new ArrayList<>(run.progress());
    int position = run.position(step);
    progress.set(position, change.apply(progress.get(position)));
    return with(run, progress, run.completed());
  }

  private static Run current(Run run, String step, UnaryOperator<Progress> change) {
    return change(run, step, it -> it.withCurrent(change.apply(it.current())));
  }

  private static Run completed(Run run, String step) {
    var completed = new ArrayList<>(run.completed());
    completed.add(step);
    return with(run, run.progress(), completed);
  }

  private static Run with(Run run, List<Progress> progress, List<String> completed) {
    return new Run(
        run.id(),
        run.event(),
        run.plan(),
        run.deadline(),
        progress,
        completed,
        run.cancelled(),
        run.compensate(),
        run.ended(),
        run.history());
  }

  private static Run remembering(History history, Run run) {
    return new Run(
        run.id(),
        run.event(),
        run.plan(),
        run.deadline(),
        run.progress(),
        run.completed(),
        run.cancelled(),
        run.compensate(),
        run.ended(),
        history);
  }

  private static Run ending(
      Run run, boolean cancelled, boolean compensate, @Nullable RunState ended) {
    return new Run(
        run.id(),
        run.event(),
        run.plan(),
        run.deadline(),
        run.progress(),
        run.completed(),
        cancelled,
        compensate,
        ended,
        run.history());
  }

  private static Run reopen(Run run, Fact.Redriven redriven) {
    Run opened =
        new Run(
            run.id(),
            run.event(),
            plan(run.plan(), redriven.as()),
            redriven.deadline(),
            run.progress(),
            run.completed(),
            false,
            false,
            null,
            run.history());
    return change(opened, redriven.step(), it -> it.reopened().askedForBy(Demand.PERSON));
  }

  private static Plan plan(Plan plan, @Nullable Step newer) {
    return newer == null
        ? plan
        : new Plan(
            plan.steps().stream()
                .map(step -> step.id().equals(newer.id()) ? newer : step)
                .toList());
  }
}
