package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.ManifestError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** No function answers with an event that starts it again. */
final class NoSelfTriggers implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return candidates.functions().values().stream().flatMap(NoSelfTriggers::errors).toList();
  }

  private static Stream<ManifestError> errors(Candidate candidate) {
    List<String> produces = candidate.function().produces();
    return PlacedFilter.of(candidate.function()).stream()
        .filter(placed -> wantedType(placed).filter(produces::contains).isPresent())
        .map(
            placed ->
                candidate.error(
                    placed.pointer() + "/exact/type",
                    "the function produces this type itself, and would start itself again",
                    "a type that does not stand under produces"));
  }

  private static Optional<String> wantedType(PlacedFilter placed) {
    return placed.positive() && placed.filter() instanceof Filter.Exact(Map<String, String> values)
        ? Optional.ofNullable(values.get("type"))
        : Optional.empty();
  }
}
