package dev.runnel.engine.match.cesql;

/** The place of a term in its expression, from a character to before another. */
record Span(String expression, int from, int to) {

  private static final int LONGEST_SHOWN = 160;

  Span to(Span end) {
    return new Span(expression, from, end.to);
  }

  /** The term as it was written; a long one is cut. */
  @Override
  public String toString() {
    return to - from <= LONGEST_SHOWN
        ? expression.substring(from, to)
        : expression.substring(from, from + LONGEST_SHOWN) + "…";
  }
}
