package dev.runnel.engine.match.cesql;

/** A term that is a number of 32 bits. */
sealed interface IntegerTerm extends Term
    permits Literal.OfInteger, Negation, Arithmetic, IntegerCall {

  @Override
  default ValueType type(Scope scope) {
    return ValueType.INTEGER;
  }

  @Override
  default boolean truth(Scope scope) {
    return number(scope) != 0;
  }

  @Override
  default String text(Scope scope) {
    int before = scope.faults();
    int number = number(scope);
    return scope.faults() == before ? Integer.toString(number) : "";
  }
}
