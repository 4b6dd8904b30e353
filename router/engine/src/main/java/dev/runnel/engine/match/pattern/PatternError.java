package dev.runnel.engine.match.pattern;

/** A pattern that cannot be compiled: where, what was seen there, and what was expected. */
public final class PatternError extends Exception {

  private static final long serialVersionUID = 1;

  private final String pointer;
  private final String seen;
  private final String expected;

  PatternError(String pointer, String seen, String expected) {
    super((pointer.isEmpty() ? "the pattern" : pointer) + ": " + seen + "; expected " + expected);
    this.pointer = pointer;
    this.seen = seen;
    this.expected = expected;
  }

  /** JSON pointer (RFC 6901) to the place within the pattern. */
  public String pointer() {
    return pointer;
  }

  public String seen() {
    return seen;
  }

  public String expected() {
    return expected;
  }
}
