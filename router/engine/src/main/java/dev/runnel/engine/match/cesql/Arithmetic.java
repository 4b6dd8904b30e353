package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.EvaluationError.Kind;
import java.util.List;

/** {@code x + y} and its like, in 32 bits that wrap around; division is truncated. */
record Arithmetic(Term left, Operation operation, Term right, Span span) implements IntegerTerm {

  /** What is done with x and y. */
  enum Operation {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY,
    MODULO
  }

  @Override
  public int number(Scope scope) {
    int before = scope.faults();
    int x = left.number(scope);
    int y = right.number(scope);
    if (scope.faults() != before) {
      return 0;
    }
    return switch (operation) {
      case PLUS -> x + y;
      case MINUS -> x - y;
      case TIMES -> x * y;
      case DIVIDED_BY -> isDivisor(y, scope) ? x / y : 0;
      case MODULO -> isDivisor(y, scope) ? x % y : 0;
    };
  }

  private boolean isDivisor(int y, Scope scope) {
    if (y == 0) {
      scope.fail(Kind.MATH, span, "expected a divisor other than 0", null);
    }
    return y != 0;
  }

  @Override
  public List<Term> operands() {
    return List.of(left, right);
  }
}
