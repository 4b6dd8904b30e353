package dev.runnel.kit.coordination;

import dev.runnel.kit.state.StateStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * What one holder at a time may have, among all instances of a capability and all of their threads:
 * injected. Methods block, so they are called on worker threads only; each fails with a {@link
 * dev.runnel.kit.state.StateFailure}.
 */
public final class Leases {

  private final LeaseStore store;
  private final LongSupplier nanoTime;

  /**
   * The leases in that store.
   *
   * @param nanoTime a clock that is never set, as {@link System#nanoTime}
   */
  public Leases(LeaseStore store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes the lease where nobody holds it, this instance neither.
   *
   * @param ttl 1 s to 1 h; it has to be renewed before
   * @return empty: somebody holds it
   */
  public Optional<Lease> tryAcquire(String name, Duration ttl) {
    StateStore.checked(name);
    if (ttl.compareTo(LeaseStore.SHORTEST) < 0 || ttl.compareTo(LeaseStore.LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the lease is to be held for %s; expected %s to %s"
              .formatted(ttl, LeaseStore.SHORTEST, LeaseStore.LONGEST));
    }
    // Another one for each, so that two threads do not hold one lease together.
    String holder = UUID.randomUUID().toString();
    long asked = nanoTime.getAsLong();
    return store
        .acquire(name, holder, ttl)
        .map(token -> new Lease(store, nanoTime, new Lease.Terms(name, holder, token, ttl), asked));
  }

  /** Who holds the lease; empty: nobody. */
  public Optional<Holding> holding(String name) {
    return store.read(StateStore.checked(name));
  }

  /**
   * An election among all that name it so. This instance is a candidate as long as it asks.
   *
   * @param ttl how long nobody leads, at most, after whoever led has died; 1 s to 1 h
   */
  public Election election(String name, Duration ttl) {
    return new Election(this, name, ttl, nanoTime);
  }
}
