package dev.runnel.server.explain;

import dev.runnel.contract.Data;
import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Input;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a plan, as an account shows it.
 *
 * @param manifest of the function or chain whose turn it is
 * @param neededBy the steps that wait for it
 */
record PlannedStep(Step step, Manifest manifest, List<String> neededBy) {

  /** Characters of a constant that are shown. */
  private static final int LONGEST = 80;

  PlannedStep {
    neededBy = List.copyOf(neededBy);
  }

  /** All steps of a plan, in its order. */
  static List<PlannedStep> of(List<Step> steps) {
    Map<String, List<String>> neededBy = new HashMap<>();
    for (Step step : steps) {
      step.waitsFor()
          .distinct()
          .forEach(id -> neededBy.computeIfAbsent(id, _ -> new ArrayList<>()).add(step.id()));
    }
    return steps.stream()
        .map(it -> new PlannedStep(it, manifest(it), neededBy.getOrDefault(it.id(), List.of())))
        .toList();
  }

  /** Whose turn it is. */
  static Manifest manifest(Step step) {
    return switch (step.choices().getFirst()) {
      case Choice.Call call -> call.function();
      case Choice.Joined joined -> joined.chain();
      case Choice.Constant _ -> throw new IllegalStateException(step.id() + " is nobody's turn");
    };
  }

  String id() {
    return step.id();
  }

  /** Of what its data is made; a chain has none. */
  Optional<Input> input() {
    return switch (manifest) {
      case ChainManifest _ -> Optional.empty();
      case FunctionManifest function ->
          Optional.of(
              step.after() == null
                  ? function.input()
                  : new Input.OutputOf(Step.functionOf(step.after())));
    };
  }

  List<Fallback> fallbacks() {
    return manifest.fallback();
  }

  /** A constant on one line, and not longer than it has to be to be known again. */
  static String shown(Data constant) {
    return Shortened.end(constant.text(), LONGEST);
  }
}
