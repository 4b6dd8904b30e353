package dev.runnel.kit.coordination;

import dev.runnel.kit.state.StateRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Counters of one process, forgotten when it ends. */
public final class MemoryCounters implements CounterStore {

  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MOST = 100_000;
  private static final int MOST_OPERATIONS = 1_000_000;
  private static final int OVERFLOW = 409;
  private static final int NO_ROOM = 507;

  private record Operation(String counter, String name) {}

  private record Added(long value, Instant at) {}

  private final InstantSource clock;
  private final Map<String, Long> values = new HashMap<>();

  /** The oldest first. */
  private final Map<Operation, Added> operations = new LinkedHashMap<>();

  public MemoryCounters(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized long add(String name, long delta, String operation) {
    forgetOld();
    var asked = new Operation(name, operation);
    Added before = operations.get(asked);
    if (before != null) {
      return before.value;
    }
    checkRoom(name);
    long value = sum(values.getOrDefault(name, 0L), delta);
    values.put(name, value);
    operations.put(asked, new Added(value, clock.instant()));
    return value;
  }

  private static long sum(long value, long delta) {
    try {
      return Math.addExact(value, delta);
    } catch (ArithmeticException tooFar) {
      throw new StateRefused(
          OVERFLOW,
          "the counter is at %d, and counts from -2^63 to 2^63 - 1; nothing was added"
              .formatted(value));
    }
  }

  private void checkRoom(String name) {
    boolean full = values.size() >= MOST && !values.containsKey(name);
    if (full || operations.size() >= MOST_OPERATIONS) {
      throw new StateRefused(
          NO_ROOM,
          "there are %d counters of %d, and %d operations of %d are known again"
              .formatted(values.size(), MOST, operations.size(), MOST_OPERATIONS));
    }
  }

  private void forgetOld() {
    Instant old = clock.instant().minus(MEMORY);
    Iterator<Added> oldest = operations.values().iterator();
    while (oldest.hasNext() && oldest.next().at.isBefore(old)) {
      oldest.remove();
    }
  }

  @Override
  public synchronized OptionalLong read(String name) {
    Long value = values.get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  @Override
  public synchronized boolean remove(String name) {
    return values.remove(name) != null;
  }
}
