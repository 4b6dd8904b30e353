package dev.runnel.engine.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls in the order in which they are to be made: the most urgent first, and of equally urgent
 * ones whoever has waited longest. Urgency is the call's priority, and grows by one level with each
 * {@link #LEVEL} of waiting, without end. So a call is overtaken only by such as came at most so
 * many times that later as they have levels more, {@value #MAX_PRIORITY} at most: nobody starves.
 * Whatever the clock does, calls of one priority leave in the order in which they came. Nothing
 * here depends on how many wait.
 *
 * @param <T> a call, which is equal to itself only
 */
final class AgeingQueue<T> {

  static final int MAX_PRIORITY = 9;

  /**
   * Waiting that is worth one level. The whole of a backlog of 10,000 runs at a function with 16
   * places and calls of 100 ms takes a minute: over that time priority is to make a difference.
   */
  static final Duration LEVEL = Duration.ofSeconds(10);

  /** By priority; each call with when it came. */
  private final List<SequencedMap<T, Instant>> levels = new ArrayList<>();

  AgeingQueue() {
    for (int priority = 0; priority <= MAX_PRIORITY; priority++) {
      levels.add(new LinkedHashMap<>());
    }
  }

  void add(T call, int priority, Instant now) {
    levels.get(priority).put(call, now);
  }

  /** Takes out the call that is to be made next; null if none waits. */
  @Nullable T poll() {
    SequencedMap<T, Instant> next = null;
    Instant earliest = Instant.MAX;
    for (int priority = MAX_PRIORITY; priority >= 0; priority--) {
      SequencedMap<T, Instant> level = levels.get(priority);
      Map.Entry<T, Instant> first = level.firstEntry();
      if (first != null) {
        // Who is to be first is a matter of who would have come first with priority 0.
        Instant came = first.getValue().minus(LEVEL.multipliedBy(priority));
        if (came.isBefore(earliest)) {
          earliest = came;
          next = level;
        }
      }
    }
    return next == null ? null : next.pollFirstEntry().getKey();
  }

  /** Takes the call out, wherever it stands. */
  boolean remove(T call) {
    for (SequencedMap<T, Instant> level : levels) {
      if (level.remove(call) != null) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    for (SequencedMap<T, Instant> level : levels) {
      if (!level.isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
