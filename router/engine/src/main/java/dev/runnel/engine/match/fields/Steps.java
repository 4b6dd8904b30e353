package dev.runnel.engine.match.fields;

import org.jspecify.annotations.Nullable;

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

  /**
   * Saying why takes so many times as much for all conditions together: each value is looked at
   * several times, and of conditions that no event was expected to fulfil.
   */
  private static final int FOR_TELLING = 16;

  private final int most;
  private final @Nullable Steps shared;
  private int left;
  private int own;

  private Steps(long most, @Nullable Steps shared) {
    this.most = (int) Math.min(most, Integer.MAX_VALUE - 1);
    this.shared = shared;
    left = this.most;
    own = FOR_A_CONDITION;
  }

  /** Those of an event that nobody has been asked about. */
  public Steps(EventFields event) {
    this(event, null);
  }

  /**
   * As many, as long as there are as many of others.
   *
   * @param shared of which these are a part, or null
   */
  Steps(EventFields event, @Nullable Steps shared) {
    this(most(event), shared);
  }

  /** For saying why of all conditions. */
  static Steps forTelling(EventFields event) {
    return new Steps(FOR_TELLING * most(event), null);
  }

  private static long most(EventFields event) {
    return FOR_ANY + (long) FOR_A_BYTE * event.event().data().bytes().length;
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
    return left >= 0 && (shared == null || shared.suffice(more));
  }

  public boolean areUsedUp() {
    return left < 0 || (shared != null && shared.areUsedUp());
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
