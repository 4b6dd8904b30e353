package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function, with all it needs, is a plan of limited depth and size. Only the first function of a
 * line of dependents that exceeds a limit is reported: the others exceed it because of it.
 */
final class BoundedPlans implements Check {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_STEPS = 256;

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    List<ManifestError> errors = new ArrayList<>();
    Map<String, Plan> plans = new HashMap<>();
    for (Candidate candidate : DependencyOrder.of(candidates)) {
      Plan plan = plan(candidate.function(), plans);
      plans.put(candidate.name(), plan);
      if (plan.depth == MAX_DEPTH + 1) {
        errors.add(
            candidate.error(
                "/dependencies",
                plan.depth + " functions that need one another, one by one",
                "at most " + MAX_DEPTH));
      }
      if (plan.steps() > MAX_STEPS && !plan.becauseOfAnother) {
        errors.add(
            candidate.error(
                "/dependencies",
                plan.steps() + " steps with all that the function needs",
                "at most " + MAX_STEPS));
      }
    }
    return errors;
  }

  /**
   * What a function needs. A function that is needed with two kinds of data is two steps.
   *
   * @param needed directly or not
   * @param becauseOfAnother whether something it needs is too large already
   */
  private record Plan(int depth, Set<Dependency> needed, boolean becauseOfAnother) {

    int steps() {
      return needed.size() + 1;
    }
  }

  private static Plan plan(FunctionManifest function, Map<String, Plan> plans) {
    int depth = 0;
    Set<Dependency> needed = new HashSet<>();
    for (Dependency dependency : function.dependencies()) {
      needed.add(dependency);
      Plan plan = plans.get(dependency.name());
      if (plan == null) {
        continue; // unknown, or a chain: reported elsewhere
      }
      depth = Math.max(depth, plan.depth);
      if (plan.steps() > MAX_STEPS) {
        return new Plan(depth + 1, plan.needed, true);
      }
      needed.addAll(plan.needed);
    }
    return new Plan(depth + 1, needed, false);
  }
}
