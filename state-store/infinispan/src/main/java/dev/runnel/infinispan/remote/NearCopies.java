package dev.runnel.infinispan.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.runnel.cache.Concern;
import dev.runnel.cache.value.Weighed;
import dev.runnel.infinispan.stored.Stored;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map.Entry;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.near.NearCache;
import org.jspecify.annotations.Nullable;

/**
 * What a router keeps near of one concern: not more than the concern's bound, and not longer than
 * the server does. The client's own near cache counts entries, whatever their size, and keeps them
 * until the server tells that their time is over, which may take a minute.
 */
final class NearCopies<K, V> implements NearCache<K, V> {

  /** Weighs each entry besides its key and value. */
  private static final int OVERHEAD = 150;

  /** How long a place is kept for what is being read. */
  private static final Duration READING = Duration.ofSeconds(10);

  private final Cache<K, MetadataValue<V>> copies;

  /**
   * @param clock about as the server's is
   */
  NearCopies(Concern<?> concern, InstantSource clock, Ticker ticker) {
    copies =
        Caffeine.newBuilder()
            .maximumWeight(concern.bound().most())
            .weigher((K key, MetadataValue<V> copy) -> weight(key, copy.getValue()))
            .expireAfter(
                Expiry.writing((K key, MetadataValue<V> copy) -> left(copy, concern, clock)))
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  private static int weight(Object key, @Nullable Object value) {
    int bytes = OVERHEAD + 2 * key.toString().length();
    return value instanceof Stored<?> stored && stored.value() instanceof Weighed weighed
        ? Math.toIntExact(bytes + weighed.weight())
        : bytes;
  }

  /** The server counts whole seconds. Where its clock is ahead, a copy lives its whole life. */
  private static Duration left(MetadataValue<?> copy, Concern<?> concern, InstantSource clock) {
    if (copy.getValue() == null) {
      return READING;
    }
    Duration life =
        copy.getLifespan() < 0 ? concern.life() : Duration.ofSeconds(copy.getLifespan());
    Duration age = Duration.ofMillis(Math.max(0, clock.millis() - copy.getCreated()));
    return age.compareTo(life) < 0 ? life.minus(age) : Duration.ZERO;
  }

  @Override
  public boolean putIfAbsent(K key, MetadataValue<V> copy) {
    return copies.asMap().putIfAbsent(key, copy) == null;
  }

  @Override
  public boolean replace(K key, MetadataValue<V> before, MetadataValue<V> copy) {
    return copies.asMap().replace(key, before, copy);
  }

  @Override
  public boolean remove(K key) {
    return copies.asMap().remove(key) != null;
  }

  @Override
  public boolean remove(K key, MetadataValue<V> copy) {
    return copies.asMap().remove(key, copy);
  }

  @Override
  public @Nullable MetadataValue<V> get(K key) {
    return copies.getIfPresent(key);
  }

  @Override
  public void clear() {
    copies.invalidateAll();
  }

  @Override
  public int size() {
    copies.cleanUp();
    return copies.asMap().size();
  }

  @Override
  public Iterator<Entry<K, MetadataValue<V>>> iterator() {
    return copies.asMap().entrySet().iterator();
  }
}
