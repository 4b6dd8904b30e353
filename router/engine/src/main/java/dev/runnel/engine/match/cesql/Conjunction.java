package dev.runnel.engine.match.cesql;

import java.util.List;

/** {@code x AND y AND z}: from the left, until one is false. */
record Conjunction(List<Term> operands, Span span) implements BooleanTerm {

  Conjunction {
    operands = List.copyOf(operands);
  }

  @Override
  public boolean truth(Scope scope) {
    for (int i = 0; i < operands.size(); i++) {
      if (!operands.get(i).truth(scope) || scope.isDecided()) {
        return false;
      }
    }
    return true;
  }
}
