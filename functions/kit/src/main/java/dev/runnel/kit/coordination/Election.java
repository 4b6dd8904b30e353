package dev.runnel.kit.coordination;

import dev.runnel.kit.state.StateUnavailable;
import dev.runnel.kit.state.StateUncertain;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One leads, of all that ask. An instance that stops asking stops leading when its lease runs out.
 * Thread-safe; blocks where it has to ask, three times in the lease's time.
 */
public final class Election {

  private static final int ASKED_WITHIN_TTL = 3;

  private final Leases leases;
  private final String name;
  private final Duration ttl;
  private final LongSupplier nanoTime;

  private Optional<Lease> lease = Optional.empty();
  private long askAt;

  Election(Leases leases, String name, Duration ttl, LongSupplier nanoTime) {
    this.leases = leases;
    this.name = name;
    this.ttl = ttl;
    this.nanoTime = nanoTime;
    this.askAt = nanoTime.getAsLong();
  }

  /** Whether this instance leads; false where that cannot be known. */
  public boolean leads() {
    return leadership().isPresent();
  }

  /** The lease by which this instance leads, to fence with; empty: it does not. */
  public synchronized Optional<Lease> leadership() {
    if (nanoTime.getAsLong() - askAt >= 0) {
      askAt = nanoTime.getAsLong() + ttl.toNanos() / ASKED_WITHIN_TTL;
      try {
        lease = lease.filter(Lease::renew).or(() -> leases.tryAcquire(name, ttl));
      } catch (StateUnavailable | StateUncertain unanswered) {
        // Whoever leads does so until the lease runs out, and is asked for again.
      }
    }
    return lease.filter(Lease::isHeld);
  }

  /** Lets another one lead at once, until this instance asks again. */
  public synchronized void resign() {
    lease.filter(Lease::isHeld).ifPresent(Lease::close);
    lease = Optional.empty();
    askAt = nanoTime.getAsLong() + ttl.toNanos();
  }
}
