package dev.runnel.engine.plan;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.engine.functions.FunctionSet;
import java.util.List;
import java.util.Optional;

/** A step of a run with manifests that are newer than the run, if they fit. */
public sealed interface Renewal {

  /** It has them. */
  record Renewed(Step step) implements Renewal {}

  /** They do not fit the run. */
  record Unfit(String why) implements Renewal {}

  /**
   * The step with the manifests of this set. It keeps its place in the plan, so they must not need
   * what the plan has not brought it.
   */
  static Renewal of(Step step, FunctionSet functions) {
    Optional<Manifest> latest = functions.lookUp(step.function());
    if (latest.isEmpty()) {
      return new Unfit("There is no %s any more, or it is held".formatted(step.function()));
    }
    List<String> missing =
        needs(latest.get()).stream().filter(need -> !step.needs().containsKey(need)).toList();
    return missing.isEmpty()
        ? new Renewed(step.with(Planner.choices(latest.get(), functions)))
        : new Unfit(
            "The latest version of %s needs %s, which this run has no step for"
                .formatted(step.function(), String.join(", ", missing)));
  }

  private static List<String> needs(Manifest manifest) {
    return switch (manifest) {
      case FunctionManifest function ->
          function.dependencies().stream().map(Dependency::name).toList();
      case ChainManifest chain -> chain.functions();
    };
  }
}
