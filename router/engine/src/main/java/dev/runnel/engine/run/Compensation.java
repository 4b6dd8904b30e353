package dev.runnel.engine.run;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a settled run is to be undone (saga): a step with an outcome, when a step that needs it,
 * directly or not, ended without one of its own making. One after the other, the last completed
 * first.
 */
final class Compensation {

  private Compensation() {}

  /** The next thing to do, or nothing when all is undone that can be. */
  static Optional<Command> next(Run run) {
    return nextStep(run).map(id -> command(run, id));
  }

  /** The step that is undone next. */
  static Optional<String> nextStep(Run run) {
    if (!hasUndoers(run)) {
      return Optional.empty();
    }
    List<String> latestFirst = run.completed().reversed();
    Set<String> useless = useless(run);
    return latestFirst.stream().filter(id -> isDue(run, id, useless)).findFirst();
  }

  private static boolean hasUndoers(Run run) {
    for (String step : run.completed()) {
      if (undoer(run, step) != null) {
        return true;
      }
    }
    return false;
  }

  /** The function that undoes the step, as it was done; null if nothing does. */
  static @Nullable FunctionManifest undoer(Run run, String step) {
    return switch (run.choice(run.step(step))) {
      case Choice.Call call -> call.compensation();
      case Choice.Joined joined -> null;
      case Choice.Constant constant -> null;
    };
  }

  /** The problem of the first step that needed this one and has no outcome. */
  static Problem reason(Run run, String step) {
    var needing = new HashSet<>(Set.of(step));
    for (Step later : run.plan().steps()) {
      Problem problem = run.progress(later.id()).problem();
      boolean needs = later.waitsFor().anyMatch(needing::contains);
      if (needs && isLost(run, later) && problem != null) {
        return problem;
      }
      if (needs) {
        needing.add(later.id());
      }
    }
    return Problem.of(ProblemType.CANCELLED, "The run was cancelled, and its steps are undone");
  }

  /** Also where a chain's fallback gave its outcome: that has no use for what the members did. */
  private static boolean isLost(Run run, Step step) {
    Progress at = run.progress(step.id());
    return at.state() == StepState.FAILED
        || at.state() == StepState.SKIPPED
        || (step.isChain() && at.choice() > 0);
  }

  private static boolean isDue(Run run, String step, Set<String> useless) {
    Progress at = run.progress(step);
    return at.hasOutcome()
        && at.current().state() != StepState.FAILED
        && undoer(run, step) != null
        && (useless.contains(step) || (run.cancelled() && run.compensate()));
  }

  private static Command command(Run run, String step) {
    Progress undo = run.progress(step).current();
    String undoer = run.called(step).name();
    return switch (undo.state()) {
      case WAITING -> new Command.ArmTimer(step, Run.due(undo));
      case RUNNING -> new Command.Compensate(step, undoer, undo.attempts());
      case PENDING -> new Command.Compensate(step, undoer, undo.attempts() + 1);
      case SUCCEEDED, FAILED, SKIPPED, CANCELLED, COMPENSATED ->
          throw new IllegalStateException(step + " is not being undone");
    };
  }

  /** The steps whose outcome somebody needed who then ended without one. */
  private static Set<String> useless(Run run) {
    var useless = new HashSet<String>();
    for (Step step : run.plan().steps().reversed()) {
      if (isLost(run, step) || useless.contains(step.id())) {
        step.waitsFor().forEach(useless::add);
      }
    }
    return useless;
  }
}
