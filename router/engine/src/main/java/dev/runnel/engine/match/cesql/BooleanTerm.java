package dev.runnel.engine.match.cesql;

/** A term that is true or false. */
sealed interface BooleanTerm extends Term
    permits Literal.OfBoolean,
        Exists,
        Not,
        Conjunction,
        Disjunction,
        ExclusiveOr,
        Equality,
        Ordering,
        Like,
        Membership,
        BooleanCall,
        UnknownCall {

  @Override
  default ValueType type(Scope scope) {
    return ValueType.BOOLEAN;
  }

  @Override
  default int number(Scope scope) {
    return truth(scope) ? 1 : 0;
  }

  @Override
  default String text(Scope scope) {
    int before = scope.faults();
    boolean truth = truth(scope);
    return scope.faults() == before ? Boolean.toString(truth) : "";
  }
}
