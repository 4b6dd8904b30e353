package dev.runnel.engine.match.cesql;

import java.util.List;

/**
 * A part of an expression that has a value. It can be asked for it as any type and casts it then;
 * after an error the value is false, 0 or empty, as far as the term's own rules do not say
 * otherwise. Terms are immutable and keep nothing of an evaluation.
 */
sealed interface Term permits BooleanTerm, IntegerTerm, TextTerm, Attribute {

  /** What the value is by itself. */
  ValueType type(Scope scope);

  boolean truth(Scope scope);

  int number(Scope scope);

  String text(Scope scope);

  Span span();

  /** The terms that it is made of, in the order in which they are evaluated. */
  List<Term> operands();

  /** The value as what it is by itself. */
  default Object value(Scope scope) {
    return switch (type(scope)) {
      case BOOLEAN, ABSENT -> truth(scope);
      case INTEGER -> number(scope);
      case STRING -> text(scope);
    };
  }

  /** Whether it says the same of every event. */
  default boolean isConstant() {
    return operands().stream().allMatch(Term::isConstant);
  }
}
