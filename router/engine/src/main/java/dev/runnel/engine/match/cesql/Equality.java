package dev.runnel.engine.match.cesql;

import java.util.List;

/** {@code x = y}, {@code x != y} and {@code x <> y}: x is cast to what y is. */
record Equality(Term left, Term right, boolean isNegated, Span span) implements BooleanTerm {

  @Override
  public boolean truth(Scope scope) {
    int before = scope.faults();
    boolean isEqual =
        switch (right.type(scope)) {
          case STRING -> left.text(scope).equals(right.text(scope));
          case INTEGER -> left.number(scope) == right.number(scope);
          case BOOLEAN -> left.truth(scope) == right.truth(scope);
          case ABSENT -> {
            // There is nothing to cast to; what is wrong with either side is told.
            left.value(scope);
            yield right.truth(scope);
          }
        };
    return scope.faults() == before && isEqual != isNegated;
  }

  @Override
  public List<Term> operands() {
    return List.of(left, right);
  }
}
