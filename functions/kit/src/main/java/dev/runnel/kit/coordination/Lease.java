package dev.runnel.kit.coordination;

import dev.runnel.kit.state.Fence;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A lease that was taken. What is done under it in state is fenced by it; what is done elsewhere
 * should bring {@link #token} along, and be refused where a higher one was seen. Thread-safe;
 * renewing and closing block.
 */
public final class Lease implements AutoCloseable {

  /** Under which it was taken. */
  record Terms(String name, String holder, long token, Duration ttl) {}

  private final LeaseStore store;
  private final LongSupplier nanoTime;
  private final Terms terms;

  /** In {@link #nanoTime}'s nanoseconds. */
  private volatile long until;

  Lease(LeaseStore store, LongSupplier nanoTime, Terms terms, long asked) {
    this.store = store;
    this.nanoTime = nanoTime;
    this.terms = terms;
    this.until = asked + terms.ttl.toNanos();
  }

  public String name() {
    return terms.name;
  }

  /** Higher than any that was given out before for this name. */
  public long token() {
    return terms.token;
  }

  /** What makes changes of state depend on it. */
  public Fence fence() {
    return new Fence(terms.name, terms.token);
  }

  /**
   * Whether it is held as far as this instance's clock tells, which counts from before it was asked
   * for. True may be wrong by the time that it is used; a fence is not.
   */
  public boolean isHeld() {
    return until - nanoTime.getAsLong() > 0;
  }

  /** Keeps it for its whole time from now on; false: it is lost. */
  public synchronized boolean renew() {
    long asked = nanoTime.getAsLong();
    Optional<Long> kept = store.acquire(terms.name, terms.holder, terms.ttl);
    if (kept.filter(token -> token == terms.token).isPresent()) {
      until = asked + terms.ttl.toNanos();
      return true;
    }
    until = asked;
    // It had run out, and would be another lease now.
    kept.ifPresent(other -> store.release(terms.name, other));
    return false;
  }

  /** Gives it back, where it is still held. */
  @Override
  public synchronized void close() {
    until = nanoTime.getAsLong();
    store.release(terms.name, terms.token);
  }
}
