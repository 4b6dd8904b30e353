package dev.runnel.cache;

import dev.runnel.cache.value.Weighed;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A cache in this process. What was not asked for longest is forgotten first. */
final class MemoryCache<V extends Record> implements Cache<V> {

  private record Entry<V>(V value, long version, Instant end) {}

  private final Concern<V> concern;
  private final InstantSource clock;
  private final Map<CacheKey, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final Feeds<Change> feeds = new Feeds<>(Change.Missed::new);
  private long versions;
  private long weight;

  MemoryCache(Concern<V> concern, InstantSource clock) {
    this.concern = concern;
    this.clock = clock;
  }

  @Override
  public Concern<V> concern() {
    return concern;
  }

  @Override
  public Uni<Lookup<V>> get(CacheKey key) {
    return Uni.createFrom().item(() -> look(key));
  }

  @Override
  public Uni<Write> put(CacheKey key, V value, Duration life) {
    return Uni.createFrom().item(() -> write(key, value, life, before -> true));
  }

  @Override
  public Uni<Write> putIfAbsent(CacheKey key, V value, Duration life) {
    return Uni.createFrom().item(() -> write(key, value, life, before -> before == null));
  }

  @Override
  public Uni<Write> replace(CacheKey key, V value, long seen, Duration life) {
    return Uni.createFrom()
        .item(() -> write(key, value, life, before -> before != null && before.version() == seen));
  }

  @Override
  public Uni<Write> remove(CacheKey key) {
    return Uni.createFrom().item(() -> forget(List.of(key)));
  }

  @Override
  public Uni<Write> remove(CacheKey key, long seen) {
    return Uni.createFrom().item(() -> forget(key, seen));
  }

  @Override
  public Uni<Write> removeAll(String group) {
    return Uni.createFrom().item(() -> forget(keys(key -> key.group().equals(group))));
  }

  @Override
  public Uni<Write> clear() {
    return Uni.createFrom().item(() -> forget(keys(key -> true)));
  }

  @Override
  public Uni<OptionalLong> size() {
    return Uni.createFrom().item(() -> OptionalLong.of(keys(key -> live(key) != null).size()));
  }

  @Override
  public Subscription listen(Consumer<Change> listener) {
    return feeds.add(listener);
  }

  private synchronized Lookup<V> look(CacheKey key) {
    Entry<V> entry = live(key);
    return entry == null ? new Lookup.Miss<>() : new Lookup.Hit<>(entry.value(), entry.version());
  }

  private synchronized Write write(
      CacheKey key, V value, Duration life, Predicate<@Nullable Entry<V>> condition) {
    Duration lived = concern.cut(life);
    if (!condition.test(live(key))) {
      return Write.REFUSED;
    }
    drop(key);
    entries.put(key, new Entry<>(value, ++versions, clock.instant().plus(lived)));
    weight += weight(value);
    feeds.tell(new Change.Written(key));
    while (weight > concern.bound().most()) {
      drop(entries.keySet().iterator().next());
    }
    return Write.DONE;
  }

  private synchronized Write forget(CacheKey key, long seen) {
    Entry<V> entry = live(key);
    return entry != null && entry.version() == seen ? forget(List.of(key)) : Write.REFUSED;
  }

  private synchronized Write forget(List<CacheKey> keys) {
    for (CacheKey key : keys) {
      if (drop(key)) {
        feeds.tell(new Change.Removed(key));
      }
    }
    return Write.DONE;
  }

  private synchronized List<CacheKey> keys(Predicate<CacheKey> condition) {
    return List.copyOf(entries.keySet()).stream().filter(condition).toList();
  }

  private synchronized @Nullable Entry<V> live(CacheKey key) {
    Entry<V> entry = entries.get(key);
    if (entry != null && !entry.end().isAfter(clock.instant())) {
      drop(key);
      return null;
    }
    return entry;
  }

  private boolean drop(CacheKey key) {
    Entry<V> dropped = entries.remove(key);
    if (dropped != null) {
      weight -= weight(dropped.value());
    }
    return dropped != null;
  }

  private long weight(V value) {
    return switch (concern.bound()) {
      case Bound.Entries entry -> 1;
      case Bound.Bytes bytes -> value instanceof Weighed weighed ? weighed.weight() : 1;
    };
  }
}
