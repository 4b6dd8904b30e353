package dev.runnel.cache;

import java.time.Duration;

/**
 * What bounds the calls of a store.
 *
 * @param patience how long one may take before it is answered without the store
 * @param most calls that the store has not answered yet; further ones are not made
 */
public record CallLimits(Duration patience, int most) {

  public static final CallLimits DEFAULTS = new CallLimits(Duration.ofMillis(250), 10_000);

  /** Refuses what would make no call at all. */
  public CallLimits {
    if (patience.toMillis() < 1 || most < 1) {
      throw new IllegalArgumentException(
          "Calls of a cache may take %s, %d at a time; give them a millisecond at least, and one at a time."
              .formatted(patience, most));
    }
  }

  /** The same for calls that go through all entries: they may take twenty times as long. */
  public CallLimits forAll() {
    return new CallLimits(patience.multipliedBy(20), most);
  }
}
