package dev.runnel.simulation;

import static java.util.Map.entry;

import java.util.Map;

/**
 * How a function behaves, in cases of a hundred; in the others it answers well.
 *
 * @param fails says that it failed, and may succeed later
 * @param refuses says that it will never take this
 * @param breaks ends the connection, with or without having run
 * @param hangs runs, and answers much too late or never
 * @param away was surely not reached
 * @param millis what an answer takes at most
 */
record Habit(int fails, int refuses, int breaks, int hangs, int away, int millis) {

  private static final Habit USUAL = new Habit(5, 1, 2, 1, 2, 60);

  private static final Map<String, Habit> OWN =
      Map.ofEntries(
          entry("left", new Habit(5, 1, 2, 8, 2, 60)),
          entry("top", new Habit(5, 1, 2, 8, 2, 60)),
          entry("right", new Habit(30, 5, 5, 0, 0, 60)),
          entry("right-again", new Habit(30, 5, 0, 0, 0, 30)),
          entry("charge", new Habit(5, 0, 10, 3, 20, 200)),
          entry("deliver", new Habit(50, 10, 0, 0, 0, 60)),
          entry("release", new Habit(20, 0, 5, 0, 5, 60)),
          entry("refund", new Habit(20, 0, 5, 0, 5, 60)),
          entry("steady", new Habit(5, 0, 5, 0, 10, 400)),
          entry("hopeless", new Habit(100, 0, 0, 0, 0, 60)),
          entry("stuck", new Habit(0, 0, 0, 100, 0, 60)),
          entry("entry", new Habit(20, 5, 5, 3, 5, 100)),
          entry("booking", new Habit(5, 5, 5, 3, 10, 100)),
          entry("desk", new Habit(0, 0, 0, 0, 0, 1_000)),
          entry("urgent", new Habit(0, 0, 0, 0, 0, 20)),
          entry("patient", new Habit(0, 0, 0, 0, 0, 20)),
          entry("narrow", new Habit(2, 0, 0, 0, 0, 300)));

  static Habit of(String function) {
    return OWN.getOrDefault(function, USUAL);
  }
}
