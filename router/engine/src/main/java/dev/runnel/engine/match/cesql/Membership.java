package dev.runnel.engine.match.cesql;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code x IN (a, b)} and {@code x NOT IN (a, b)}: each is cast to what x is, until one is equal.
 */
record Membership(Term left, List<Term> set, boolean isNegated, Span span) implements BooleanTerm {

  Membership {
    set = List.copyOf(set);
  }

  @Override
  public boolean truth(Scope scope) {
    int before = scope.faults();
    ValueType type = left.type(scope);
    Object wanted = left.value(scope);
    if (scope.faults() != before) {
      return false;
    }
    boolean isIn = has(wanted, type, scope);
    return isNegated ? !isIn && scope.faults() == before : isIn;
  }

  private boolean has(Object wanted, ValueType type, Scope scope) {
    for (int i = 0; i < set.size(); i++) {
      int before = scope.faults();
      if (wanted.equals(cast(set.get(i), type, scope)) && scope.faults() == before) {
        return true;
      }
    }
    return false;
  }

  private static Object cast(Term element, ValueType type, Scope scope) {
    return switch (type) {
      case STRING -> element.text(scope);
      case INTEGER -> element.number(scope);
      case BOOLEAN, ABSENT -> element.truth(scope);
    };
  }

  @Override
  public List<Term> operands() {
    return Stream.concat(Stream.of(left), set.stream()).toList();
  }
}
