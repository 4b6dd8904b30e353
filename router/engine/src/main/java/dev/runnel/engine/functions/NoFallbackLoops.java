package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.List;
import java.util.Objects;

/** No function or chain falls back to itself, directly or by way of others. */
final class NoFallbackLoops implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return Circles.in(candidates.byName(), one -> one.fallbacks().keySet()).stream()
        .map(circle -> error(candidates, circle))
        .toList();
  }

  private static ManifestError error(Candidates candidates, List<String> circle) {
    Candidate first = Objects.requireNonNull(candidates.byName().get(circle.getFirst()));
    return first.error(
        first.fallbacks().getOrDefault(circle.get(1), "/fallback"),
        "the " + first.kind() + " falls back to itself: " + String.join(" -> ", circle),
        "fallbacks that do not lead back");
  }
}
