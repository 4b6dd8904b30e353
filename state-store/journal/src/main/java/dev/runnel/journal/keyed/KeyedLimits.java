package dev.runnel.journal.keyed;

/**
 * How much one capability may keep.
 *
 * @param keys values of {@link KeyedState}
 * @param bytes their bodies' bytes together
 * @param leases names of {@link Leases}
 * @param counters names of {@link Counters}
 * @param operations additions to counters that are known again
 */
public record KeyedLimits(long keys, long bytes, long leases, long counters, long operations) {

  public static final KeyedLimits DEFAULTS =
      new KeyedLimits(100_000, 256L << 20, 10_000, 100_000, 1_000_000);
}
