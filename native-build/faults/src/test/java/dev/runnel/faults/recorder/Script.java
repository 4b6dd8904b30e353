package dev.runnel.faults.recorder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What each function does, decided by its name and the event's id alone.
 *
 * @param pause how long it takes
 * @param status of its answer
 * @param output type of the event that it answers; null: none
 * @param checks whether it looks at the key and the epoch before it has its effect
 */
record Script(Duration pause, int status, @Nullable String output, boolean checks) {

  /** Of who comes too late: another router has the run. */
  static final Script STALE = failing(409);

  private static final Script DONE = new Script(Duration.ZERO, 204, null, false);

  static Script of(String function, String event, int attempt) {
    return switch (function) {
      case "primary", "doomed" -> failing(422);
      case "second" -> chance(event, 0, 2) ? failing(422) : DONE;
      case "flaky" -> chance(event, attempt, 6) ? failing(500) : DONE;
      case "slow" -> new Script(Duration.ofSeconds(2), 204, null, false);
      case "checked" -> new Script(Duration.ofMillis(500), 204, null, true);
      case "parent" -> new Script(Duration.ZERO, 200, "fault.child", false);
      case "poison" -> new Script(Duration.ofSeconds(20), 204, null, false);
      default -> DONE;
    };
  }

  private static Script failing(int status) {
    return new Script(Duration.ZERO, status, null, false);
  }

  /** True for one of so many, the same each time it is asked. */
  private static boolean chance(String event, int attempt, int of) {
    return Math.floorMod(((event + "#" + attempt).hashCode() * 0x9E3779B1) >>> 8, of) == 0;
  }
}
