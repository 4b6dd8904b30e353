package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.EvaluationError.Kind;
import java.util.List;

/** A call of a function that answers with an integer; each takes one argument. */
record IntegerCall(Function function, Term argument, Span span) implements IntegerTerm {

  /** What is called. */
  enum Function {
    LENGTH,
    ABS,
    INT
  }

  @Override
  public int number(Scope scope) {
    return switch (function) {
      case LENGTH -> length(scope);
      case ABS -> abs(scope);
      case INT -> argument.number(scope);
    };
  }

  /** Characters are Unicode's, as in LIKE. */
  private int length(Scope scope) {
    String text = argument.text(scope);
    return text.codePointCount(0, text.length());
  }

  private int abs(Scope scope) {
    int before = scope.faults();
    int number = argument.number(scope);
    if (scope.faults() != before) {
      return 0;
    }
    if (number == Integer.MIN_VALUE) {
      scope.fail(Kind.MATH, span, "expected a result of 32 bits, and there is none for ", number);
      return Integer.MAX_VALUE;
    }
    return Math.abs(number);
  }

  @Override
  public List<Term> operands() {
    return List.of(argument);
  }
}
