package dev.runnel.faults.recorder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What each function does, decided by its name and the event's id alone.
 *
 * @param pause how long it takes
 * @param status of its answer
 * @param output type of the event that it answers; null: none
 */
record Script(Duration pause, int status, @Nullable String output) {

  private static final Script DONE = new Script(Duration.ZERO, 204, null);

  static Script of(String function, String event, int attempt) {
    return switch (function) {
      case "primary", "doomed" -> failing(422);
      case "second" -> chance(event, 0, 2) ? failing(422) : DONE;
      case "flaky" -> chance(event, attempt, 6) ? failing(500) : DONE;
      case "slow" -> new Script(Duration.ofSeconds(2), 204, null);
      case "parent" -> new Script(Duration.ZERO, 200, "fault.child");
      case "poison" -> new Script(Duration.ofSeconds(20), 204, null);
      default -> DONE;
    };
  }

  private static Script failing(int status) {
    return new Script(Duration.ZERO, status, null);
  }

  /** True for one of so many, the same each time it is asked. */
  private static boolean chance(String event, int attempt, int of) {
    return Math.floorMod(((event + "#" + attempt).hashCode() * 0x9E3779B1) >>> 8, of) == 0;
  }
}
