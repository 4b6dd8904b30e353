package dev.runnel.journal.keyed;

import java.time.Duration;
import java.time.Instant;

/** Stores in memory, by a clock that stands still but for {@link #pass}. */
public final class MemoryWorld implements KeyedWorld {

  private final MemoryLeases leases;
  private final MemoryKeyedState state;
  private final MemoryCounters counters;
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  public MemoryWorld(KeyedLimits limits) {
    leases = new MemoryLeases(limits, () -> now);
    state = new MemoryKeyedState(limits, () -> now, leases);
    counters = new MemoryCounters(limits, () -> now);
  }

  @Override
  public KeyedState state() {
    return state;
  }

  @Override
  public Leases leases() {
    return leases;
  }

  @Override
  public Counters counters() {
    return counters;
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
