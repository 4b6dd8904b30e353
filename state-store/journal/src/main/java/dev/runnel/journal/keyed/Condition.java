package dev.runnel.journal.keyed;

/** What must stand under a key for a change to be made. */
public sealed interface Condition {

  /** Whatever stands there. */
  Condition ALWAYS = new Always();

  /** Nothing, or what has expired. */
  Condition ABSENT = new Absent();

  /** Something. */
  Condition PRESENT = new Present();

  /** Whatever stands there. */
  record Always() implements Condition {}

  /** Nothing, or what has expired. */
  record Absent() implements Condition {}

  /** Something. */
  record Present() implements Condition {}

  /**
   * Exactly what was read or written then.
   *
   * @param number as the store gave it out
   */
  record Version(long number) implements Condition {
    public Version {
      if (number <= 0) {
        throw new IllegalArgumentException(
            "version %d was never given out; expected the one that was read".formatted(number));
      }
    }
  }
}
