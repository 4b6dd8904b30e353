package dev.runnel.infinispan.remote;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Change;
import dev.runnel.cache.Concern;
import dev.runnel.cache.LimitedCalls;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.Subscription;
import dev.runnel.cache.Write;
import dev.runnel.infinispan.shape.Blocking;
import dev.runnel.infinispan.stored.Codec;
import dev.runnel.infinispan.stored.InGroup;
import dev.runnel.infinispan.stored.Keys;
import dev.runnel.infinispan.stored.Stored;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.infinispan.client.hotrod.Flag;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.RemoteCache;
import org.jspecify.annotations.Nullable;

/** The cache of one concern in a remote Infinispan, which counts the versions itself. */
final class ServedCache<V extends Record> implements Cache<V> {

  /** No time of being unused. */
  private static final long NEVER = -1;

  private final Concern<V> concern;
  private final RemoteCache<String, Stored<V>> cache;
  private final Codec<V> codec;
  private final LimitedCalls calls;
  private final LimitedCalls longCalls;
  private final ServedChanges changes;

  /**
   * @param longCalls for what goes through all entries
   */
  ServedCache(
      Concern<V> concern,
      RemoteCache<String, Stored<V>> cache,
      LimitedCalls calls,
      LimitedCalls longCalls) {
    this.concern = concern;
    this.cache = cache;
    this.codec = Codec.of(concern);
    this.calls = calls;
    this.longCalls = longCalls;
    this.changes = new ServedChanges(cache);
  }

  @Override
  public Concern<V> concern() {
    return concern;
  }

  @Override
  public Uni<Lookup<V>> get(CacheKey key) {
    String text = Keys.text(key);
    return calls.call(
        () -> cache.getWithMetadataAsync(text).thenApply(ServedCache::lookup),
        Lookup.Unavailable::new);
  }

  @Override
  public Uni<Write> put(CacheKey key, V value, Duration life) {
    String text = Keys.text(key);
    long millis = millis(life);
    return write(
        () ->
            cache
                .putAsync(text, kept(value), millis, TimeUnit.MILLISECONDS)
                .thenApply(before -> Write.DONE));
  }

  @Override
  public Uni<Write> putIfAbsent(CacheKey key, V value, Duration life) {
    String text = Keys.text(key);
    long millis = millis(life);
    return write(
        () ->
            cache
                .withFlags(Flag.FORCE_RETURN_VALUE)
                .putIfAbsentAsync(text, kept(value), millis, TimeUnit.MILLISECONDS)
                .thenApply(before -> done(before == null)));
  }

  @Override
  public Uni<Write> replace(CacheKey key, V value, long seen, Duration life) {
    String text = Keys.text(key);
    long millis = millis(life);
    return write(
        () ->
            cache
                .replaceWithVersionAsync(
                    text,
                    kept(value),
                    seen,
                    millis,
                    TimeUnit.MILLISECONDS,
                    NEVER,
                    TimeUnit.MILLISECONDS)
                .thenApply(ServedCache::done));
  }

  @Override
  public Uni<Write> remove(CacheKey key) {
    String text = Keys.text(key);
    return write(() -> cache.removeAsync(text).thenApply(before -> Write.DONE));
  }

  @Override
  public Uni<Write> remove(CacheKey key, long seen) {
    String text = Keys.text(key);
    return write(() -> cache.removeWithVersionAsync(text, seen).thenApply(ServedCache::done));
  }

  @Override
  public Uni<Write> removeAll(String group) {
    return longCalls.call(
        () -> Blocking.run(() -> removeEach(InGroup.of(group))), reason -> Write.UNAVAILABLE);
  }

  @Override
  public Uni<Write> clear() {
    return longCalls.call(
        () -> cache.clearAsync().thenApply(nothing -> Write.DONE), reason -> Write.UNAVAILABLE);
  }

  @Override
  public Uni<OptionalLong> size() {
    return longCalls.call(
        () -> cache.sizeAsync().thenApply(OptionalLong::of), reason -> OptionalLong.empty());
  }

  @Override
  public Subscription listen(Consumer<Change> listener) {
    return changes.listen(listener);
  }

  /** How many changes were told here. */
  long heard() {
    return changes.heard();
  }

  /** Listens anew, if anybody does; blocks. */
  void listenAnew() {
    changes.listenAnew();
  }

  private Uni<Write> write(Supplier<CompletionStage<Write>> write) {
    return calls.call(write, reason -> Write.UNAVAILABLE);
  }

  /** A server cannot be sent our own conditions: keys are looked through here. */
  private Write removeEach(InGroup group) {
    try (var keys = cache.keySet().iterator()) {
      while (keys.hasNext()) {
        String key = keys.next();
        if (group.test(key)) {
          cache.remove(key);
        }
      }
    }
    return Write.DONE;
  }

  private Stored<V> kept(V value) {
    return codec.stored(0, value);
  }

  private long millis(Duration life) {
    return Math.max(1, concern.cut(life).toMillis());
  }

  private static Write done(boolean done) {
    return done ? Write.DONE : Write.REFUSED;
  }

  private static <V extends Record> Lookup<V> lookup(@Nullable MetadataValue<Stored<V>> found) {
    return found == null
        ? new Lookup.Miss<>()
        : new Lookup.Hit<>(found.getValue().value(), found.getVersion());
  }
}
