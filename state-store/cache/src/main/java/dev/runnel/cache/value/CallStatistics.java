package dev.runnel.cache.value;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a function was called lately.
 *
 * @param firstMinute when the first of the minutes began
 * @param calls of each minute, the oldest first
 * @param durations of the calls of all minutes
 * @param memory bytes that a call needed at most
 */
public record CallStatistics(
    Instant firstMinute, List<Long> calls, Durations durations, long memory) {

  /** Minutes that are told apart: the last six hours. */
  public static final int MOST_MINUTES = 360;

  /** Keeps a copy, and refuses more minutes than are told apart. */
  public CallStatistics {
    calls = List.copyOf(calls);
    if (calls.size() > MOST_MINUTES) {
      throw new IllegalArgumentException(
          "There are counts of %d minutes, at most %d are kept; leave out the oldest."
              .formatted(calls.size(), MOST_MINUTES));
    }
  }

  /**
   * A sketch of how long calls took.
   *
   * @param sum of all of them
   * @param p50 an estimate: half of them took no longer
   * @param p95 an estimate: 95 of 100 took no longer
   * @param p99 an estimate: 99 of 100 took no longer
   */
  public record Durations(long count, Duration sum, Duration p50, Duration p95, Duration p99) {}
}
