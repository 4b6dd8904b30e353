package dev.runnel.engine.match.cesql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.Rows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Value and kinds of errors, row by row. */
class CesqlRowsTest {

  /** Attributes may have types, as the specification's own rows do. */
  record Row(String expression, Map<?, ?> attributes, Object value, List<String> errors) {

    static Row of(Map<?, ?> row) {
      @Nullable Object attributes = row.get("event");
      @Nullable Object errors = row.get("errors");
      return new Row(
          Objects.requireNonNull(row.get("expression")).toString(),
          attributes == null ? Map.of() : Rows.map(attributes),
          Objects.requireNonNull(row.get("value")),
          errors == null ? List.of() : Rows.list(errors).stream().map(String::valueOf).toList());
    }

    @Override
    public String toString() {
      return expression + (attributes.isEmpty() ? "" : " of " + attributes);
    }
  }

  static Stream<Row> rows() {
    return Rows.of("/cases/cesql.json").map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysValueAndErrors(Row row) throws CesqlSyntaxError {
    Evaluation evaluation =
        CesqlExpression.compile(row.expression).evaluate(Attributes.with(row.attributes));

    assertThat(evaluation.value()).isEqualTo(row.value);
    assertThat(evaluation.errors()).extracting(e -> e.kind().name()).isEqualTo(row.errors);
  }
}
