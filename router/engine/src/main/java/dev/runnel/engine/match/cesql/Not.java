package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.EvaluationError.Kind;
import java.util.List;

/**
 * {@code NOT x}. Where x went wrong, it is false. Where x is something else than true or false,
 * that is an error, and x counts as false: so does the specification's test kit, which, unlike
 * elsewhere, casts no integers here.
 */
record Not(Term operand, Span span) implements BooleanTerm {

  @Override
  public boolean truth(Scope scope) {
    int before = scope.faults();
    return switch (operand.type(scope)) {
      case BOOLEAN, ABSENT -> !operand.truth(scope) && scope.faults() == before;
      case INTEGER -> {
        int number = operand.number(scope);
        if (scope.faults() == before) {
          scope.fail(Kind.CAST, operand.span(), "expected true or false, and it is ", number);
          yield true;
        }
        yield false;
      }
      case STRING -> {
        String text = operand.text(scope);
        yield scope.faults() == before && !Cast.toBoolean(text, scope, operand.span());
      }
    };
  }

  @Override
  public List<Term> operands() {
    return List.of(operand);
  }
}
