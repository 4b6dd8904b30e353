package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.match.cesql.CesqlExpression;
import dev.runnel.engine.match.cesql.CesqlSyntaxError;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.pattern.EventPattern;
import dev.runnel.engine.match.pattern.PatternError;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every expression and every pattern is one of its language. Each is read once, however often it is
 * asked for, and those of a set that was accepted before are not read again. For one thread.
 */
final class ReadableFilters implements Check {

  private final FunctionSet accepted;
  private final IdentityHashMap<Declared, List<ManifestError>> read = new IdentityHashMap<>();

  ReadableFilters(FunctionSet accepted) {
    this.accepted = accepted;
  }

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return candidates.byName().values().stream()
        .filter(candidate -> !isAccepted(candidate.manifest()))
        .flatMap(candidate -> errors(candidate).stream())
        .toList();
  }

  private boolean isAccepted(Manifest manifest) {
    return accepted
        .lookUp(manifest.name())
        .map(known -> known.triggers().equals(manifest.triggers()))
        .orElse(false);
  }

  private List<ManifestError> errors(Candidate candidate) {
    return read.computeIfAbsent(
        candidate.declared(),
        _ ->
            PlacedFilter.of(candidate.manifest()).stream()
                .flatMap(placed -> errors(candidate, placed))
                .toList());
  }

  private static Stream<ManifestError> errors(Candidate candidate, PlacedFilter placed) {
    try {
      switch (placed.filter()) {
        case Filter.Cesql(String expression) -> CesqlExpression.compile(expression);
        case Filter.Pattern(String json) -> EventPattern.compile(json, new FieldBook());
        case Filter.Exact _, Filter.Prefix _, Filter.Suffix _ -> {}
        case Filter.All _, Filter.Any _, Filter.Not _ -> {}
      }
      return Stream.empty();
    } catch (CesqlSyntaxError e) {
      return Stream.of(
          candidate.error(
              placed.pointer(),
              "at character " + (e.position() + 1) + ": " + e.seen(),
              e.expected()));
    } catch (PatternError e) {
      return Stream.of(
          candidate.error(placed.pointer() + "/pattern" + e.pointer(), e.seen(), e.expected()));
    }
  }
}
