package dev.runnel.shared;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CachesByConcern;
import dev.runnel.cache.Concern;
import dev.runnel.cache.Counters;
import dev.runnel.cache.Members;
import dev.runnel.cache.Standing;
import dev.runnel.cache.StateStore;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Shared state that has no answers until another store has come, which then gives them. Who listens
 * need not know when that is.
 */
final class LateStore implements StateStore {

  private final CachesByConcern<LateCache<?>> caches;
  private final LateCounters counters = new LateCounters();
  private final LateMembers members;
  private volatile Standing standing = new Standing.Joining();
  private @Nullable StateStore arrived;
  private boolean closed;

  LateStore(String self, InstantSource clock) {
    this.members = new LateMembers(self, clock);
    this.caches = new CachesByConcern<>(LateCache::new);
  }

  /**
   * It has come. It is closed with this one, or at once where this one is; also where it is gone
   * again before those that listen could be handed over.
   */
  synchronized void arrive(StateStore store) {
    if (closed) {
      store.close();
      return;
    }
    try {
      handOver(store);
    } catch (RuntimeException failed) {
      store.close();
      throw failed;
    }
    arrived = store;
    standing = store.standing();
  }

  private void handOver(StateStore store) {
    caches.all().forEach(cache -> cache.arriveFrom(store));
    counters.arrive(store.counters());
    members.arrive(store.members());
  }

  /** It has not come, for that reason. */
  void fail(String reason) {
    standing = new Standing.Failed(reason);
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
    return standing;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (arrived != null) {
      arrived.close();
      arrived = null;
    }
  }
}
