package dev.runnel.engine.match.cesql;

import java.util.List;

/** {@code x LIKE 'pattern'} and {@code x NOT LIKE 'pattern'}. */
record Like(Term left, LikePattern pattern, boolean isNegated, Span span) implements BooleanTerm {

  @Override
  public boolean truth(Scope scope) {
    int before = scope.faults();
    String text = left.text(scope);
    return scope.faults() == before
        && scope.takes(pattern.stepsFor(text), span)
        && pattern.matches(text) != isNegated;
  }

  @Override
  public List<Term> operands() {
    return List.of(left);
  }
}
