package dev.runnel.engine.match;

import dev.runnel.engine.match.cesql.CesqlExpression;
import dev.runnel.engine.match.cesql.CesqlSyntaxError;
import dev.runnel.engine.match.cesql.Evaluation;
import dev.runnel.engine.match.cesql.RequiredAttribute;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Key;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;
import java.util.stream.Collectors;

/** A CloudEvents SQL expression is true, and nothing went wrong. */
record CesqlCondition(CesqlExpression expression, List<Requirement> requirements)
    implements Condition {

  static CesqlCondition of(String text, FieldBook book) {
    try {
      CesqlExpression expression = CesqlExpression.compile(text);
      return new CesqlCondition(
          expression,
          expression.requiredAttributes().stream().map(it -> requirement(it, book)).toList());
    } catch (CesqlSyntaxError e) {
      throw new IllegalArgumentException("a filter that was refused before: " + text, e);
    }
  }

  private static Requirement requirement(RequiredAttribute required, FieldBook book) {
    Field field = book.field(List.of(required.attribute()));
    return new Requirement(
        required.values().stream()
            .map(
                value ->
                    switch (required.kind()) {
                      case EXACT -> new Key.Exact(field, value);
                      case PREFIX -> new Key.Prefix(field, value);
                    })
            .map(Key.class::cast)
            .toList());
  }

  @Override
  public boolean accepts(EventFields fields) {
    return expression.accepts(fields.event());
  }

  @Override
  public Finding explain(EventFields fields) {
    Evaluation evaluation = expression.evaluate(fields.event());
    String errors =
        evaluation.errors().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "; with errors: ", ""));
    return new Finding(
        evaluation.isAccepted(),
        this + ": " + evaluation.decidedBy() + (evaluation.errors().isEmpty() ? "" : errors));
  }

  @Override
  public String toString() {
    return "cesql " + expression;
  }
}
