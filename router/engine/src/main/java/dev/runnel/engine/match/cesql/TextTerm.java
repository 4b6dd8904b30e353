package dev.runnel.engine.match.cesql;

/** A term that is a string. */
sealed interface TextTerm extends Term permits Literal.OfText, TextCall {

  @Override
  default ValueType type(Scope scope) {
    return ValueType.STRING;
  }

  @Override
  default boolean truth(Scope scope) {
    int before = scope.faults();
    String text = text(scope);
    return scope.faults() == before && Cast.toBoolean(text, scope, span());
  }

  @Override
  default int number(Scope scope) {
    int before = scope.faults();
    String text = text(scope);
    return scope.faults() == before ? Cast.toInteger(text, scope, span()) : 0;
  }
}
