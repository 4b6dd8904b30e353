package dev.runnel.engine.queue;

import java.time.Duration;
import java.time.Instant;

/** Lets so many through in a time: a burst at once after a pause, and then evenly. */
public final class TokenBucket implements Limit {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Duration interval;

  /** How long it takes to fill but for one: with so much missing, one can still be taken. */
  private final Duration spare;

  private Instant fullAt;

  private TokenBucket(int burst, Duration interval, Instant now) {
    this.interval = interval;
    this.spare = interval.multipliedBy(burst - 1L);
    this.fullAt = now;
  }

  /** A minute's worth at once. */
  public static TokenBucket perMinute(int rate, Instant now) {
    return new TokenBucket(rate, Duration.ofMinutes(1).dividedBy(rate), now);
  }

  /**
   * A bucket that is full.
   *
   * @param rate more than 0, at most one in a nanosecond
   * @param burst at least 1
   */
  public static TokenBucket perSecond(double rate, int burst, Instant now) {
    return new TokenBucket(burst, Duration.ofNanos(Math.round(SECOND / rate)), now);
  }

  /** Takes one if there is one: zero; else how long until there is. */
  public Duration ask(Instant now) {
    Duration missing = missing(now);
    if (missing.isZero()) {
      take(now);
    }
    return missing;
  }

  @Override
  public Duration missing(Instant now) {
    Duration missing = Duration.between(now.plus(spare), fullAt);
    return missing.isPositive() ? missing : Duration.ZERO;
  }

  @Override
  public void take(Instant now) {
    fullAt = (fullAt.isAfter(now) ? fullAt : now).plus(interval);
  }

  /** What was let through stays let through. */
  @Override
  public void giveBack() {}
}
