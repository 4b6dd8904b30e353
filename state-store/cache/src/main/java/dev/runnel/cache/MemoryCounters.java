package dev.runnel.cache;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Counters in this process. */
final class MemoryCounters implements Counters {

  private record Sum(long value, Instant end) {}

  private final InstantSource clock;
  private final Map<Counter, Sum> sums = new HashMap<>();

  MemoryCounters(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Uni<OptionalLong> add(Counter counter, long delta) {
    return Uni.createFrom().item(() -> added(counter, delta));
  }

  @Override
  public Uni<OptionalLong> get(Counter counter) {
    return add(counter, 0);
  }

  private synchronized OptionalLong added(Counter counter, long delta) {
    if (!sums.containsKey(counter) && sums.size() >= MOST) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        sums.merge(counter, new Sum(delta, end(counter)), (before, more) -> sum(before, more))
            .value());
  }

  private Sum sum(Sum before, Sum more) {
    return before.end().isAfter(clock.instant())
        ? new Sum(before.value() + more.value(), before.end())
        : more;
  }

  private Instant end(Counter counter) {
    return counter.window().isZero() ? Instant.MAX : clock.instant().plus(counter.window());
  }
}
