package dev.runnel.engine.match.cesql;

import java.util.List;

/** A value that stands in the expression, or is the same for every event. */
sealed interface Literal {

  /** {@code TRUE} or {@code FALSE}. */
  record OfBoolean(boolean truth, Span span) implements Literal, BooleanTerm {
    @Override
    public boolean truth(Scope scope) {
      return truth;
    }

    @Override
    public List<Term> operands() {
      return List.of();
    }
  }

  /** Such as {@code -5}. */
  record OfInteger(int number, Span span) implements Literal, IntegerTerm {
    @Override
    public int number(Scope scope) {
      return number;
    }

    @Override
    public List<Term> operands() {
      return List.of();
    }
  }

  /** Such as {@code 'a'}. */
  record OfText(String text, Span span) implements Literal, TextTerm {
    @Override
    public String text(Scope scope) {
      return text;
    }

    @Override
    public List<Term> operands() {
      return List.of();
    }
  }

  /**
   * The term, or what it always is. A term that always fails stays what it is, for its errors are
   * part of every evaluation.
   */
  static Term folded(Term term) {
    if (!term.operands().stream().allMatch(Literal.class::isInstance) || !term.isConstant()) {
      return term;
    }
    Scope scope = Scope.withoutAttributes();
    Object value = term.value(scope);
    if (!scope.isFaultless()) {
      return term;
    }
    return switch (value) {
      case Boolean truth -> new OfBoolean(truth, term.span());
      case Integer number -> new OfInteger(number, term.span());
      default -> new OfText(value.toString(), term.span());
    };
  }
}
