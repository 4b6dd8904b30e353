package dev.runnel.engine.match.pattern;

/**
 * The work that may still be done on one event for one pattern. Where it does not suffice, the
 * pattern does not accept the event.
 */
final class Steps {

  /** A few milliseconds' work; one for each of an event's 100,000 tokens leaves some over. */
  static final int MOST = 400_000;

  private int left = MOST;

  /** Whether these steps may be done too. */
  boolean suffice(int steps) {
    left -= Math.min(left + 1, steps);
    return left >= 0;
  }

  boolean areUsedUp() {
    return left < 0;
  }

  int done() {
    return MOST - left;
  }
}
