package dev.runnel.engine.run;

import dev.runnel.engine.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The open steps that nobody waits for any more once a chain has come to its end before them. */
final class Surplus {

  private final Run run;
  private final Set<String> done = new HashSet<>();

  private Surplus(Run run) {
    this.run = run;
  }

  /** Those members of the chain, and what only they need, in the plan's order. */
  static List<Step> of(Step chain, Run run) {
    var surplus = new Surplus(run);
    surplus.done.add(chain.id());
    var found = new ArrayList<Step>();
    for (Step step : run.plan().steps().reversed()) { // what needs a step is asked before it
      if (surplus.isSpare(step)) {
        surplus.done.add(step.id());
        found.add(step);
      }
    }
    return found.reversed();
  }

  private boolean isSpare(Step step) {
    List<Step> later = run.plan().steps().stream().filter(it -> needs(it, step)).toList();
    return !step.isGoal()
        && isOpen(step)
        && run.progress(step.id()).demand() == Demand.PLAN
        && later.stream().anyMatch(this::isDone)
        && later.stream().noneMatch(this::isWaiting);
  }

  private boolean isDone(Step later) {
    return done.contains(later.id());
  }

  /** A chain that has fallen back waits for no member. */
  private boolean isWaiting(Step later) {
    boolean hasFallenBack = later.isChain() && run.progress(later.id()).choice() > 0;
    return isOpen(later) && !isDone(later) && !hasFallenBack;
  }

  private boolean isOpen(Step step) {
    return !run.progress(step.id()).state().isFinal();
  }

  private static boolean needs(Step later, Step step) {
    return later.waitsFor().anyMatch(step.id()::equals);
  }
}
