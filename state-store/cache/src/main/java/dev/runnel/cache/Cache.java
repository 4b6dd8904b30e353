package dev.runnel.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The copies of one concern. No call fails: a store that does not answer in time, or may not answer
 * because the cluster is split, says so by a value, which callers treat as a miss. Such a write may
 * or may not have happened. Called from any thread, never blocks; answers arrive on any thread.
 *
 * @param <V> what is kept
 */
public interface Cache<V extends Record> {

  Uni<Lookup<V>> get(CacheKey key);

  /**
   * Keeps a value for a time.
   *
   * @param life how long; more than the concern allows is cut
   */
  Uni<Write> put(CacheKey key, V value, Duration life);

  /** The same if there is none; {@link Write#REFUSED} otherwise. */
  Uni<Write> putIfAbsent(CacheKey key, V value, Duration life);

  /**
   * The same if nothing was written since this version was seen; {@link Write#REFUSED} otherwise.
   *
   * @param seen of {@link Lookup.Hit}
   */
  Uni<Write> replace(CacheKey key, V value, long seen, Duration life);

  /** Forgets; {@link Write#DONE} also where there was nothing. */
  Uni<Write> remove(CacheKey key);

  /**
   * Forgets if nothing was written since this version was seen; {@link Write#REFUSED} otherwise.
   */
  Uni<Write> remove(CacheKey key, long seen);

  /**
   * Forgets all keys of a group that are there when the call begins. Its cost follows the cache.
   */
  Uni<Write> removeAll(String group);

  /** Forgets everything. */
  Uni<Write> clear();

  /** About how many entries there are on all routers; empty when that cannot be said. */
  Uni<OptionalLong> size();

  /**
   * Tells of changes, this router's own too, in the order of each key. Each change is told at most
   * once, and all are told unless {@link Change.Missed} says otherwise.
   *
   * @param listener called by one thread at a time; may take its time, but then misses changes
   */
  Subscription listen(Consumer<Change> listener);

  /** {@link #put(CacheKey, Record, Duration)} for as long as the concern allows. */
  default Uni<Write> put(CacheKey key, V value) {
    return put(key, value, concern().life());
  }

  /** What the copies are about. */
  Concern<V> concern();
}
