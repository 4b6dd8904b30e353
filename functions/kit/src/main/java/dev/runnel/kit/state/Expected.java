package dev.runnel.kit.state;

/** What must stand under a key for a change to be made. */
public sealed interface Expected {

  Expected ANYTHING = new Anything();
  Expected NOTHING = new Nothing();

  /** Whatever stands there. */
  record Anything() implements Expected {}

  /** Nothing, or what has expired. */
  record Nothing() implements Expected {}

  /** That version. */
  record Version(long number) implements Expected {
    public Version {
      if (number <= 0) {
        throw new IllegalArgumentException(
            "version %d was never given out; expected the one that was read".formatted(number));
      }
    }
  }

  /** That version, or nothing for 0. */
  static Expected version(long number) {
    return number == 0 ? NOTHING : new Version(number);
  }
}
