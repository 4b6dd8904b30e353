package dev.runnel.engine.queue;

import java.time.Duration;

/** What the function's breaker would say to calls now, without being asked for one. */
public sealed interface Passage {

  /** Nothing is known against the function. */
  Passage FREE = new Free();

  /** It lets all through. */
  record Free() implements Passage {}

  /**
   * It lets none through.
   *
   * @param left how long it does not
   * @param pause which of its pauses this is; no two have the same number
   */
  record Barred(Duration left, long pause) implements Passage {}

  /** It lets the next one through, as a probe, and no other before that one has ended. */
  record OneProbe() implements Passage {}

  /** Its probe is under way. */
  record Probing() implements Passage {}
}
