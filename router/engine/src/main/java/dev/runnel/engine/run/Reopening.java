package dev.runnel.engine.run;

import dev.runnel.contract.manifest.FunctionManifest.Effects;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which other steps open again with a failed one that is redriven. */
final class Reopening {

  private Reopening() {}

  /**
   * Every step and chain that has no outcome because of it, and what a chain among them had
   * cancelled, in the plan's order.
   */
  static List<Step> of(String redriven, Run run) {
    Set<String> open = allOf(redriven, run);
    return run.plan().steps().stream()
        .filter(step -> open.contains(step.id()) && !step.id().equals(redriven))
        .toList();
  }

  private static Set<String> allOf(String step, Run run) {
    Set<String> open = new HashSet<>(Set.of(step));
    for (Step later : run.plan().steps()) {
      if (hasNothingOfItsOwn(later, run) && later.waitsFor().anyMatch(open::contains)) {
        open.add(later.id());
      }
    }
    for (Step later : run.plan().steps().reversed()) {
      if (open.contains(later.id())) {
        later.waitsFor().filter(id -> isHarmless(run.step(id), run)).forEach(open::add);
      }
    }
    return open;
  }

  /** Whether it is over and has done nothing but miss what others were to give it. */
  private static boolean hasNothingOfItsOwn(Step step, Run run) {
    Progress at = run.progress(step.id());
    return at.state() == StepState.SKIPPED
        || (at.state() == StepState.FAILED && step.isChain() && at.attempts() == 0);
  }

  /** Whether it was cancelled, and calling its functions from the first on does no harm. */
  private static boolean isHarmless(Step step, Run run) {
    Progress at = run.progress(step.id());
    return at.state() == StepState.CANCELLED
        && (at.attempts() == 0 || step.choices().stream().noneMatch(Reopening::isOnce));
  }

  private static boolean isOnce(Choice choice) {
    return choice instanceof Choice.Call(var function, var compensation)
        && function.effects() == Effects.ONCE;
  }
}
