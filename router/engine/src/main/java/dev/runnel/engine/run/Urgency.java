package dev.runnel.engine.run;

import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.util.HashSet;
import java.util.Set;

/**
 * How urgent a step's call is, compared with other calls of the same function: as urgent as the
 * most urgent goal that needs it, directly or not, itself included. What an urgent function depends
 * on does not wait behind what others depend on.
 */
final class Urgency {

  private Urgency() {}

  /** From 0 to 9, 9 first. Where only chains need it, which have no priority, its function's. */
  static int of(Run run, String step) {
    int most = -1;
    Set<String> needing = new HashSet<>();
    needing.add(step);
    for (Step each : run.plan().steps()) {
      if (each.waitsFor().anyMatch(needing::contains)) {
        needing.add(each.id());
      }
      if (each.isGoal()
          && needing.contains(each.id())
          && each.choices().getFirst() instanceof Choice.Call goal) {
        most = Math.max(most, goal.function().priority());
      }
    }
    return most < 0 ? run.called(step).priority() : most;
  }
}
