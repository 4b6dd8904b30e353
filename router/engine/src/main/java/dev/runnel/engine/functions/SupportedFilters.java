package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.ManifestError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every filter is of a dialect that the matcher knows. */
final class SupportedFilters implements Check {

  private static final String EXPECTED = "one of exact, prefix, suffix, all, any, not";

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return candidates.byName().values().stream().flatMap(SupportedFilters::errors).toList();
  }

  private static Stream<ManifestError> errors(Candidate candidate) {
    return PlacedFilter.of(candidate.manifest()).stream()
        .flatMap(
            placed ->
                unsupported(placed.filter()).stream()
                    .map(
                        what ->
                            candidate.error(
                                placed.pointer(),
                                what + " are not matched by this version",
                                EXPECTED)));
  }

  private static Optional<String> unsupported(Filter filter) {
    return switch (filter) {
      case Filter.Cesql _ -> Optional.of("CESQL expressions (cesql, sql)");
      case Filter.Pattern _ -> Optional.of("patterns");
      case Filter.Exact _, Filter.Prefix _, Filter.Suffix _ -> Optional.empty();
      case Filter.All _, Filter.Any _, Filter.Not _ -> Optional.empty();
    };
  }
}
