package dev.runnel.engine.match.cesql;

import java.util.ArrayList;
import java.util.List;

/** AND, OR and XOR: of one precedence, and read from the right, as the specification's grammar. */
enum Connective {
  AND,
  OR,
  XOR;

  /** The term of a row of operands; it is deeper by one wherever the connective changes. */
  static Term joined(List<Term> operands, List<Connective> between, List<Span> spans) {
    Term right = operands.getLast();
    int i = between.size() - 1;
    while (i >= 0) {
      Connective connective = between.get(i);
      var row = new ArrayList<Term>(List.of(right));
      for (; i >= 0 && between.get(i) == connective; i--) {
        row.addFirst(operands.get(i));
      }
      right = Literal.folded(connective.of(row, spans.get(i + 1).to(spans.getLast())));
    }
    return right;
  }

  private Term of(List<Term> operands, Span span) {
    return switch (this) {
      case AND -> new Conjunction(operands, span);
      case OR -> new Disjunction(operands, span);
      case XOR -> new ExclusiveOr(operands, span);
    };
  }
}
