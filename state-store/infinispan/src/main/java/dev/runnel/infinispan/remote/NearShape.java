package dev.runnel.infinispan.remote;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.runnel.cache.Concern;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.configuration.NearCacheConfiguration;
import org.infinispan.client.hotrod.near.NearCache;
import org.infinispan.client.hotrod.near.NearCacheFactory;

/** Makes the client keep near what it has read of a concern, within the concern's bound. */
record NearShape(Concern<?> concern) implements NearCacheFactory {

  /**
   * @param removed asked for by Bloom filters only, of which there are none
   */
  @Override
  public <K, V> NearCache<K, V> createNearCache(
      NearCacheConfiguration shape, BiConsumer<K, MetadataValue<V>> removed) {
    return new NearCopies<>(concern, InstantSource.system(), Ticker.systemTicker());
  }
}
