package dev.runnel.server.invoke.overload;

import java.time.Duration;
import java.time.Instant;

/**
 * Limits how many calls of a function are made at the same time. Nobody waits in here: who finds it
 * full is told when to come back, each one later than the one before, as far apart as calls have
 * been ending. Safe for any thread.
 */
public final class Bulkhead {

  /** Nobody is told to come back before this has passed. */
  static final Duration SHORTEST = Duration.ofMillis(5);

  /** Nor later than after this: what calls took says little about what they will take. */
  static final Duration LONGEST = Duration.ofSeconds(5);

  /** What a call is thought to take before one has ended. */
  private static final Duration FIRST_GUESS = Duration.ofMillis(100);

  /** The share that the newest call has in the average of their times. */
  private static final double NEWEST = 0.3;

  private final int limit;
  private int going;
  private double averageNanos = FIRST_GUESS.toNanos();
  private Instant lastTurn = Instant.MIN;

  public Bulkhead(int limit) {
    this.limit = limit;
  }

  /** Takes a place, if there is one. */
  public synchronized boolean enter() {
    if (going >= limit) {
      return false;
    }
    going++;
    return true;
  }

  /** When somebody who found no place may come back. */
  public synchronized Instant turn(Instant now) {
    Instant earliest = now.plus(SHORTEST);
    Instant latest = now.plus(LONGEST);
    Duration apart = Duration.ofNanos((long) (averageNanos / limit));
    Instant next = lastTurn.isBefore(now) ? now.plus(apart) : lastTurn.plus(apart);
    lastTurn = next.isAfter(latest) ? latest : next;
    return lastTurn.isBefore(earliest) ? earliest : lastTurn;
  }

  /** Gives the place back after this time. */
  public synchronized void leave(Duration took) {
    going--;
    averageNanos = NEWEST * took.toNanos() + (1 - NEWEST) * averageNanos;
  }

  public int limit() {
    return limit;
  }
}
