package dev.runnel.engine.run;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a step lacks: an outcome that it cannot begin without, of a step that is over. */
final class Lack {

  private Lack() {}

  static Optional<Problem> of(Step step, Run run) {
    String before = step.after();
    if (before != null && isLost(before, run)) {
      return Optional.of(noOutcomeOf(List.of(run.step(before).function())));
    }
    return switch (step.choices().getFirst()) {
      case Choice.Call call -> ofDependencies(step, run);
      case Choice.Joined(var chain) ->
          Tally.of(step, chain, run) instanceof Tally.TooFew(Problem problem)
              ? Optional.of(problem)
              : Optional.empty();
      case Choice.Constant constant -> Optional.empty();
    };
  }

  /** Whether its chain broke before it, so that neither it nor a fallback is to be called. */
  static boolean isCutOff(Step step, Run run) {
    return step.after() != null && isLost(step.after(), run);
  }

  static Problem noOutcomeOf(List<String> names) {
    return Problem.of(ProblemType.DEPENDENCY_FAILED, "No outcome of " + String.join(", ", names));
  }

  private static Optional<Problem> ofDependencies(Step step, Run run) {
    if (step.needs().isEmpty()) {
      return Optional.empty();
    }
    List<String> without =
        step.needs().entrySet().stream()
            .filter(need -> isLost(need.getValue(), run))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return without.isEmpty() ? Optional.empty() : Optional.of(noOutcomeOf(without));
  }

  private static boolean isLost(String step, Run run) {
    Progress at = run.progress(step);
    return at.state().isFinal() && !at.hasOutcome();
  }
}
