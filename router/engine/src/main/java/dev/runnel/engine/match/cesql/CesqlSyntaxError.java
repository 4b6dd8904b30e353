package dev.runnel.engine.match.cesql;

/** Why a text is not an expression: where, what was seen there, and what was expected. */
public final class CesqlSyntaxError extends Exception {

  private static final long serialVersionUID = 1L;

  private final int position;
  private final String seen;
  private final String expected;

  CesqlSyntaxError(int position, String seen, String expected) {
    super("at character " + (position + 1) + ": " + seen + "; expected " + expected);
    this.position = position;
    this.seen = seen;
    this.expected = expected;
  }

  /** Counted from 0, in the expression's text. */
  public int position() {
    return position;
  }

  public String seen() {
    return seen;
  }

  public String expected() {
    return expected;
  }
}
