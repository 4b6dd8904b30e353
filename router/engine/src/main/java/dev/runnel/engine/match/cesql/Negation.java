package dev.runnel.engine.match.cesql;

import java.util.List;

/** {@code -x}, in 32 bits that wrap around. */
record Negation(Term operand, Span span) implements IntegerTerm {

  @Override
  public int number(Scope scope) {
    int before = scope.faults();
    int number = operand.number(scope);
    return scope.faults() == before ? -number : 0;
  }

  @Override
  public List<Term> operands() {
    return List.of(operand);
  }
}
