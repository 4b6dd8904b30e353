package dev.runnel.journal;

import java.time.Duration;

/**
 * A router as the journal knows it.
 *
 * @param lease how long its membership holds, by the store's clock; negative: it ran out so long
 *     ago
 * @param runs that are its own and go on, counted up to {@link #MOST_COUNTED}
 */
public record RouterBrief(String name, long epoch, Duration lease, int runs) {

  public static final int MOST_COUNTED = 10_000;

  public static final int MOST_ROUTERS = 1_000;

  public boolean isMember() {
    return lease.isPositive();
  }
}
