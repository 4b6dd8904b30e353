package dev.runnel.server.intake;

import java.time.Duration;
import java.time.Instant;

/** Lets so many through in a minute: at once after a pause, and then evenly. Not thread-safe. */
final class TokenBucket {

  private final int capacity;
  private final Duration interval;
  private Instant fullAt;

  private TokenBucket(int capacity, Duration interval, Instant now) {
    this.capacity = capacity;
    this.interval = interval;
    this.fullAt = now;
  }

  static TokenBucket perMinute(int rate, Instant now) {
    return new TokenBucket(rate, Duration.ofMinutes(1).dividedBy(rate), now);
  }

  /** Zero if one more is let through now; else how long until one is. */
  Duration take(Instant now) {
    Instant from = fullAt.isAfter(now) ? fullAt : now;
    Instant then = from.plus(interval);
    Duration missing = Duration.between(now.plus(interval.multipliedBy(capacity)), then);
    if (missing.isPositive()) {
      return missing;
    }
    fullAt = then;
    return Duration.ZERO;
  }
}
