package dev.runnel.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a run will do: its steps, each after all that it needs. It holds the manifests themselves,
 * so a run keeps the versions it began with. Equal to another plan with equal steps.
 */
public final class Plan {

  /** A plan has at most this many steps. */
  public static final int MAX_STEPS = 256;

  private final List<Step> steps;
  private final Map<String, Integer> positions;

  public Plan(List<Step> steps) {
    this.steps = List.copyOf(steps);
    var found = new HashMap<String, Integer>();
    for (Step step : this.steps) {
      found.put(step.id(), found.size());
    }
    this.positions = Map.copyOf(found);
  }

  public List<Step> steps() {
    return steps;
  }

  public List<Step> goals() {
    return steps.stream().filter(Step::isGoal).toList();
  }

  /** The position of the step of this id in {@link #steps}; empty when there is none. */
  public OptionalInt position(String step) {
    Integer position = positions.get(step);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Plan that && steps.equals(that.steps));
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  @Override
  public String toString() {
    return "Plan" + steps;
  }
}
