package dev.runnel.kit.state;

/** What came of a change. */
public sealed interface Change {

  /**
   * It is made.
   *
   * @param version that stands there now; 0: nothing
   * @param before whether something stood there before
   */
  record Made(long version, boolean before) implements Change {}

  /** Something else stands there than was expected; nothing was changed. */
  record Conflict() implements Change {}
}
