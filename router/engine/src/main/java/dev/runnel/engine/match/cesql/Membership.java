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
    Object wanted = left.value(scope);
    if (scope.faults() != before) {
      return false;
    }
    boolean isIn = wanted instanceof String text ? has(text, scope) : has(wanted, scope);
    return isNegated ? !isIn && scope.faults() == before : isIn;
  }

  private boolean has(String wanted, Scope scope) {
    for (int i = 0; i < set.size(); i++) {
      int before = scope.faults();
      if (set.get(i).text(scope).equals(wanted) && scope.faults() == before) {
        return true;
      }
    }
    return false;
  }

  private boolean has(Object wanted, Scope scope) {
    for (Term element : set) {
      int before = scope.faults();
      Object cast = wanted instanceof Integer ? element.number(scope) : element.truth(scope);
      if (cast.equals(wanted) && scope.faults() == before) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Term> operands() {
    return Stream.concat(Stream.of(left), set.stream()).toList();
  }
}
