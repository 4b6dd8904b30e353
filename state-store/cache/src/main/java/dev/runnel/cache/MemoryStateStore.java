package dev.runnel.cache;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one router shares with nobody: for tests, and where there is one router only. */
public final class MemoryStateStore implements StateStore {

  private final Map<Concern<?>, MemoryCache<?>> caches;
  private final Counters counters;
  private final HeartbeatMembers members;

  public MemoryStateStore(String self, InstantSource clock) {
    this.caches =
        Concerns.ALL.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    concern -> new MemoryCache<>(concern, clock),
                    (one, other) -> one,
                    HashMap::new));
    this.counters = new MemoryCounters(clock);
    this.members = new HeartbeatMembers(cache(Concerns.HEARTBEATS), self, clock, System::nanoTime);
  }

  @Override
  @SuppressWarnings("unchecked") // Each cache was made for the concern that it is found by.
  public <V extends Record> Cache<V> cache(Concern<V> concern) {
    MemoryCache<?> cache = caches.get(concern);
    if (cache == null) {
      throw new IllegalArgumentException(
          "There is no cache for %s; add it to Concerns.ALL.".formatted(concern.name()));
    }
    return (Cache<V>) cache;
  }

  @Override
  public Counters counters() {
    return counters;
  }

  @Override
  public Members members() {
    return members;
  }

  @Override
  public Standing standing() {
    return new Standing.Alone();
  }

  @Override
  public void close() {
    members.close();
  }
}
