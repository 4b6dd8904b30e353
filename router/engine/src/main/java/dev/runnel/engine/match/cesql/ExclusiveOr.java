package dev.runnel.engine.match.cesql;

import java.util.List;

/** {@code x XOR y XOR z}: an odd number of them is true. */
record ExclusiveOr(List<Term> operands, Span span) implements BooleanTerm {

  ExclusiveOr {
    operands = List.copyOf(operands);
  }

  @Override
  public boolean truth(Scope scope) {
    boolean odd = false;
    for (int i = 0; i < operands.size(); i++) {
      odd ^= operands.get(i).truth(scope);
    }
    return odd;
  }
}
