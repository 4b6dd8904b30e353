package dev.runnel.shared;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Change;
import dev.runnel.cache.Concern;
import dev.runnel.cache.Feeds;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.StateStore;
import dev.runnel.cache.Subscription;
import dev.runnel.cache.Write;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cache that has no answers until another one has come, which then gives them. */
final class LateCache<V extends Record> implements Cache<V> {

  private final Concern<V> concern;
  private final Feeds<Change> feeds = new Feeds<>(Change.Missed::new);
  private volatile @Nullable Cache<V> arrived;
  private boolean listening;

  LateCache(Concern<V> concern) {
    this.concern = concern;
  }

  /** Its store has come, which has the cache of the same concern. */
  void arriveFrom(StateStore store) {
    arrive(store.cache(concern));
  }

  /** It has come: who listened before has missed what happened there. */
  private synchronized void arrive(Cache<V> cache) {
    arrived = cache;
    if (listening) {
      feeds.tell(new Change.Missed());
      cache.listen(feeds::tell);
    }
  }

  @Override
  public Concern<V> concern() {
    return concern;
  }

  @Override
  public Uni<Lookup<V>> get(CacheKey key) {
    return with(cache -> cache.get(key), new Lookup.Unavailable<>("the cache is not there yet"));
  }

  @Override
  public Uni<Write> put(CacheKey key, V value, Duration life) {
    return write(cache -> cache.put(key, value, life));
  }

  @Override
  public Uni<Write> putIfAbsent(CacheKey key, V value, Duration life) {
    return write(cache -> cache.putIfAbsent(key, value, life));
  }

  @Override
  public Uni<Write> replace(CacheKey key, V value, long seen, Duration life) {
    return write(cache -> cache.replace(key, value, seen, life));
  }

  @Override
  public Uni<Write> remove(CacheKey key) {
    return write(cache -> cache.remove(key));
  }

  @Override
  public Uni<Write> remove(CacheKey key, long seen) {
    return write(cache -> cache.remove(key, seen));
  }

  @Override
  public Uni<Write> removeAll(String group) {
    return write(cache -> cache.removeAll(group));
  }

  @Override
  public Uni<Write> clear() {
    return write(Cache::clear);
  }

  @Override
  public Uni<OptionalLong> size() {
    return with(Cache::size, OptionalLong.empty());
  }

  /** The other one is listened to from the first listener on: it costs each write a little. */
  @Override
  public synchronized Subscription listen(Consumer<Change> listener) {
    Subscription added = feeds.add(listener);
    Cache<V> now = arrived;
    if (now != null && !listening) {
      now.listen(feeds::tell);
    }
    listening = true;
    return added;
  }

  private Uni<Write> write(Function<Cache<V>, Uni<Write>> call) {
    return with(call, Write.UNAVAILABLE);
  }

  private <T> Uni<T> with(Function<Cache<V>, Uni<T>> call, T otherwise) {
    Cache<V> now = arrived;
    return now == null ? Uni.createFrom().item(otherwise) : call.apply(now);
  }
}
