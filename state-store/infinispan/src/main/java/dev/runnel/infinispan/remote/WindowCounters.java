package dev.runnel.infinispan.remote;

import dev.runnel.cache.Counter;
import dev.runnel.cache.Counters;
import dev.runnel.infinispan.shape.SharedCounters;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counters on a server that is not told of windows, as Hot Rod has no word for them: each window of
 * a counter is a counter by itself there, found by the clock, and the one before it goes.
 */
final class WindowCounters implements Counters {

  private final SharedCounters counters;
  private final InstantSource clock;
  private final Map<Counter, Counter> present = new ConcurrentHashMap<>();

  /**
   * @param clock about the same for all routers
   */
  WindowCounters(SharedCounters counters, InstantSource clock) {
    this.counters = counters;
    this.clock = clock;
  }

  @Override
  public Uni<OptionalLong> add(Counter counter, long delta) {
    return Uni.createFrom().deferred(() -> counters.add(present(counter), delta));
  }

  @Override
  public Uni<OptionalLong> get(Counter counter) {
    return Uni.createFrom().deferred(() -> counters.get(present(counter)));
  }

  private Counter present(Counter counter) {
    if (counter.window().isZero()) {
      return counter;
    }
    long window = Math.floorDiv(clock.millis(), Math.max(1, counter.window().toMillis()));
    Counter now = Counter.exact(window + " of " + counter.window() + " " + counter.name());
    if (present.size() < MOST || present.containsKey(counter)) {
      Counter before = present.put(counter, now);
      if (before != null && !before.equals(now)) {
        counters.forget(before);
      }
    }
    return now;
  }
}
