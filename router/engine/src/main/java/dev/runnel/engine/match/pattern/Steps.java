package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.EventFields;

/**
 * The work that may still be done on one event for one pattern: so much that values are asked one
 * test each, in arrays twice, with steps left over. Where it does not suffice, the pattern does not
 * accept the event.
 */
final class Steps {

  /** For any event; a step takes about ten nanoseconds. */
  static final int FOR_ANY = 1 << 16;

  /** For each byte of data; a value has two at least, with what parts it from the next. */
  static final int FOR_A_BYTE = 2;

  private final int most;
  private int left;

  Steps(EventFields event) {
    most = FOR_ANY + FOR_A_BYTE * event.event().data().bytes().length;
    left = most;
  }

  /** Whether these steps may be done too. */
  boolean suffice(int steps) {
    left -= Math.min(left + 1, steps);
    return left >= 0;
  }

  boolean areUsedUp() {
    return left < 0;
  }

  int most() {
    return most;
  }

  int done() {
    return most - left;
  }
}
