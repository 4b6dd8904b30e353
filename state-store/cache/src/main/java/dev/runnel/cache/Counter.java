package dev.runnel.cache;

import java.time.Duration;

/**
 * Names a number.
 *
 * @param exact whether additions are seen by all at once, one after the other; else only their sum
 *     matters, and adding costs less
 * @param window after which it begins at 0 again; nothing: never
 */
public record Counter(String name, boolean exact, Duration window) {

  /** Refuses what no store counts. */
  public Counter {
    if (name.isEmpty() || name.length() > CacheKey.LONGEST) {
      throw new IllegalArgumentException(
          "The name of a counter has %d characters; give it 1 to %d."
              .formatted(name.length(), CacheKey.LONGEST));
    }
    if (window.isNegative() || (!exact && !window.isZero())) {
      throw new IllegalArgumentException(
          "The counter '%s' is to begin anew after %s; only exact ones do so, after a positive time."
              .formatted(name, window));
    }
  }

  /** One whose every value is right. */
  public static Counter exact(String name) {
    return new Counter(name, true, Duration.ZERO);
  }

  /** The same, beginning at 0 again when this time has passed since it did so last. */
  public static Counter exact(String name, Duration window) {
    return new Counter(name, true, window);
  }

  /** One of which only the sum matters. */
  public static Counter sum(String name) {
    return new Counter(name, false, Duration.ZERO);
  }
}
