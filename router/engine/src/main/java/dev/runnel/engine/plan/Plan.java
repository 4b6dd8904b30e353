package dev.runnel.engine.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run will do: its steps, each after all that it needs. It holds the manifests themselves,
 * so a run keeps the versions it began with.
 */
public record Plan(List<Step> steps) {

  /** A plan has at most this many steps. */
  public static final int MAX_STEPS = 256;

  public Plan {
    steps = List.copyOf(steps);
  }

  public List<Step> goals() {
    var goals = new ArrayList<Step>();
    for (Step step : steps) {
      if (step.isGoal()) {
        goals.add(step);
      }
    }
    return goals;
  }
}
