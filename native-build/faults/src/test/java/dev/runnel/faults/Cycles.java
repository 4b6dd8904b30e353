package dev.runnel.faults;

/** How often each fault is tried: a little in every build, as often as is promised in a night. */
final class Cycles {

  private Cycles() {}

  /** Whether this is a night's run. */
  static boolean nightly() {
    return System.getProperty("faults", "").equals("nightly");
  }

  /**
   * The cycles of a group of faults; {@code -Dfaults.NAME=N} is another number of them.
   *
   * @param build in every build
   * @param night in a night
   */
  static int of(String name, int build, int night) {
    return Integer.getInteger("faults." + name, nightly() ? night : build);
  }
}
