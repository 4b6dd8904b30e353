package dev.runnel.server.flow;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this router has looked through its own runs for those that nobody conducts. On one loop
 * only.
 */
final class Search {

  /** What may still be written although nobody got an answer is written within this time. */
  private static final Duration DOUBT = Duration.ofSeconds(30);

  /** Where it goes on; empty: at its beginning. */
  private String after = "";

  /** When it began. */
  private Instant began = Instant.MIN;

  /** When the last one began that has come to its end. */
  private Instant ended = Instant.MIN;

  /** Whether there may be runs that were not seen. */
  boolean isWanted(Instant lastLoss) {
    return isUnderWay() || !ended.isAfter(lastLoss.plus(DOUBT));
  }

  boolean isUnderWay() {
    return !after.isEmpty();
  }

  /** Where the next page begins. */
  String next(Instant now) {
    if (after.isEmpty()) {
      began = now;
    }
    return after;
  }

  /** All own runs up to this one are conducted; empty: all there are. */
  void seen(String run) {
    after = run;
    if (run.isEmpty()) {
      ended = began;
    }
  }

  /** From the beginning. */
  void anew() {
    after = "";
  }

  /** From the beginning, even if it had come to its end. */
  void forget() {
    after = "";
    ended = Instant.MIN;
  }
}
