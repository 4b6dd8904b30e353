package dev.runnel.engine.match.cesql;

import java.util.List;

/** {@code x < y} and its like, of integers. */
record Ordering(Term left, Comparison comparison, Term right, Span span) implements BooleanTerm {

  /** How x stands to y. */
  enum Comparison {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    boolean isSo(long x, long y) {
      return switch (this) {
        case LESS -> x < y;
        case LESS_OR_EQUAL -> x <= y;
        case GREATER -> x > y;
        case GREATER_OR_EQUAL -> x >= y;
      };
    }

    /** How y stands to x. */
    Comparison mirrored() {
      return switch (this) {
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      };
    }
  }

  @Override
  public boolean truth(Scope scope) {
    int before = scope.faults();
    int x = left.number(scope);
    int y = right.number(scope);
    return comparison.isSo(x, y) && scope.faults() == before;
  }

  @Override
  public List<Term> operands() {
    return List.of(left, right);
  }
}
