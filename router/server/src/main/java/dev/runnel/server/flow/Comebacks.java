package dev.runnel.server.flow;

import java.time.Duration;
import java.time.Instant;

/**
 * When senders may come back who found no room: each one later than the one before, as far apart as
 * runs have been ending lately, so that they do not come back all at once, nor to no avail. Not
 * thread-safe; time is an argument, and only passes.
 */
final class Comebacks {

  /** Nobody is told to come back before this, which is what {@code Retry-After} can say. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Nor later than after this: how runs have been ending says little about how they will. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  /** What ended in this time and the one before it is what ended lately. */
  static final Duration LATELY = Duration.ofSeconds(5);

  private Instant begin;
  private int ended;
  private int endedBefore;

  /** Where what is counted begins: a {@link #LATELY} before {@link #begin}, or at the start. */
  private Instant since;

  private Instant last;

  Comebacks(Instant now) {
    this.begin = now;
    this.since = now;
    this.last = now;
  }

  /** Nothing was going on until now: whatever ended lately says nothing about what begins. */
  void beginAnew(Instant now) {
    begin = now;
    since = now;
    ended = 0;
    endedBefore = 0;
  }

  /** A run has ended. */
  void ended(Instant now) {
    turn(now);
    ended++;
  }

  /** How long the next sender stays away. */
  Duration next(Instant now) {
    turn(now);
    Instant latest = now.plus(LONGEST);
    Instant from = last.isAfter(now) ? last : now;
    Instant next = from.plus(apart(now));
    last = next.isAfter(latest) ? latest : next;
    Duration wait = Duration.between(now, last);
    return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
  }

  private Duration apart(Instant now) {
    Duration counted = Duration.between(since, now);
    int count = ended + endedBefore;
    if (count > 0) {
      return counted.dividedBy(count);
    }
    // It may be that none has had the time to end.
    return counted.compareTo(LATELY) < 0 ? SHORTEST : LONGEST;
  }

  private void turn(Instant now) {
    Duration over = Duration.between(begin, now);
    if (over.compareTo(LATELY) < 0) {
      return;
    }
    boolean isNext = over.compareTo(LATELY.multipliedBy(2)) < 0;
    endedBefore = isNext ? ended : 0;
    ended = 0;
    since = isNext ? begin : now.minus(LATELY);
    begin = isNext ? begin.plus(LATELY) : now;
  }
}
