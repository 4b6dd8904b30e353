package dev.runnel.engine.match.cesql;

import java.util.List;

/** {@code x OR y OR z}: from the left, until one is true. */
record Disjunction(List<Term> operands, Span span) implements BooleanTerm {

  Disjunction {
    operands = List.copyOf(operands);
  }

  @Override
  public boolean truth(Scope scope) {
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i).truth(scope)) {
        return true;
      }
      if (scope.isDecided()) {
        return false;
      }
    }
    return false;
  }
}
