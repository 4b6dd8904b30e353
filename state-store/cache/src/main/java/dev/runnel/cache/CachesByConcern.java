package dev.runnel.cache;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The caches of a store, one for each concern.
 *
 * @param <C> as the store knows them itself
 */
public final class CachesByConcern<C extends Cache<?>> {

  private final Map<Concern<?>, C> caches;

  /**
   * @param made the cache of a concern, which is called once for each
   */
  public CachesByConcern(Function<Concern<?>, C> made) {
    caches = Concerns.ALL.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), made));
  }

  /** The cache of this concern. */
  @SuppressWarnings("unchecked") // Each cache was made for the concern that it is found by.
  public <V extends Record> Cache<V> get(Concern<V> concern) {
    return (Cache<V>) found(concern);
  }

  /** The same, as the store knows it. */
  public C found(Concern<?> concern) {
    C cache = caches.get(concern);
    if (cache == null) {
      throw new IllegalArgumentException(
          "There is no cache for %s; add it to Concerns.ALL.".formatted(concern.name()));
    }
    return cache;
  }

  /** All of them. */
  public Collection<C> all() {
    return caches.values();
  }
}
