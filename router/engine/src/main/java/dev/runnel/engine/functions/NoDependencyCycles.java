package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;
import java.util.Objects;

/** No function needs itself. */
final class NoDependencyCycles implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return Circles.in(candidates.functions(), one -> one.dependencies().keySet()).stream()
        .map(circle -> error(candidates, circle))
        .toList();
  }

  private static ManifestError error(Candidates candidates, List<String> circle) {
    Candidate first = Objects.requireNonNull(candidates.functions().get(circle.getFirst()));
    return first.error(
        first.dependencies().getOrDefault(circle.get(1), "/dependencies"),
        "the function needs itself: " + String.join(" -> ", circle),
        "dependencies that do not lead back");
  }
}
