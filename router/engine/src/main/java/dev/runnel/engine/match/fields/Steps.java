package dev.runnel.engine.match.fields;

/**
 * The work that may still be done on one event: a little for each condition that is asked, and
 * beyond that so much for all of them together that values are asked one test each, in arrays
 * twice, with steps left over. Where it does not suffice, a condition does not accept the event: no
 * event keeps an event loop for long, however many conditions look at large arrays in it.
 */
public final class Steps {

  /** For each condition: what one costs that looks at a few values. */
  public static final int FOR_A_CONDITION = 32;

  /** For any event; a step takes about ten nanoseconds. */
  public static final int FOR_ANY = 1 << 16;

  /** For each byte of data; a value has two at least, with what parts it from the next. */
  public static final int FOR_A_BYTE = 2;

  private final int most;
  private int left;
  private int own;

  /** Those of an event that nobody has been asked about. */
  public Steps(EventFields event) {
    most = FOR_ANY + FOR_A_BYTE * event.event().data().bytes().length;
    left = most;
    own = FOR_A_CONDITION;
  }

  /** Another condition is asked. */
  Steps again() {
    own = FOR_A_CONDITION;
    return this;
  }

  /** Whether these steps may be done too. */
  public boolean suffice(int steps) {
    if (steps <= own) {
      own -= steps;
      return true;
    }
    int more = steps - own;
    own = 0;
    left -= Math.min(left + 1, more);
    return left >= 0;
  }

  public boolean areUsedUp() {
    return left < 0;
  }

  /** Of which all conditions have their share. */
  public int most() {
    return most;
  }

  /** How many of those have been done. */
  public int done() {
    return most - left;
  }
}
