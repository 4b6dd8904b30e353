package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.engine.match.cesql.CesqlExpression;
import dev.runnel.engine.match.cesql.CesqlSyntaxError;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.pattern.EventPattern;
import dev.runnel.engine.match.pattern.PatternError;
import java.util.List;
import java.util.stream.Stream;

/** Every expression and every pattern is one of its language. */
final class ReadableFilters implements Check {

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    return candidates.byName().values().stream().flatMap(ReadableFilters::errors).toList();
  }

  private static Stream<ManifestError> errors(Candidate candidate) {
    return PlacedFilter.of(candidate.manifest()).stream()
        .flatMap(placed -> errors(candidate, placed));
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
