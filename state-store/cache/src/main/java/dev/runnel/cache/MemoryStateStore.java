package dev.runnel.cache;

import java.time.InstantSource;

/** What one router shares with nobody: for tests, and where there is one router only. */
public final class MemoryStateStore implements StateStore {

  private final CachesByConcern<MemoryCache<?>> caches;
  private final Counters counters;
  private final HeartbeatMembers members;

  public MemoryStateStore(String self, InstantSource clock) {
    this.caches = new CachesByConcern<>(concern -> new MemoryCache<>(concern, clock));
    this.counters = new MemoryCounters(clock);
    this.members = new HeartbeatMembers(cache(Concerns.HEARTBEATS), self, clock, System::nanoTime);
  }

  @Override
  public <V extends Record> Cache<V> cache(Concern<V> concern) {
    return caches.get(concern);
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
