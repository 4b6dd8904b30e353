package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;
import java.util.Objects;

/** No function or chain needs itself. */
final class NoDependencyCycles implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return Circles.in(candidates.byName(), one -> one.needs().keySet()).stream()
        .map(circle -> error(candidates, circle))
        .toList();
  }

  private static ManifestError error(Candidates candidates, List<String> circle) {
    Candidate first = Objects.requireNonNull(candidates.byName().get(circle.getFirst()));
    return first.error(
        first.needs().getOrDefault(circle.get(1), first.needsPointer()),
        "the " + first.kind() + " needs itself: " + String.join(" -> ", circle),
        "dependencies and members that do not lead back");
  }
}
