package dev.runnel.infinispan.embedded;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.infinispan.AdvancedCache;
import org.infinispan.context.Flag;
import org.jspecify.annotations.Nullable;

/** The cache of one concern in this router and those that it forms a cluster with. */
final class EmbeddedCache<V extends Record> implements Cache<V> {

  private final Concern<V> concern;
  private final AdvancedCache<String, Stored<V>> cache;
  private final AdvancedCache<String, Stored<V>> blind;
  private final Codec<V> codec;
  private final LimitedCalls calls;
  private final LimitedCalls longCalls;
  private final CacheChanges changes;

  /**
   * @param longCalls for what goes through all entries
   */
  EmbeddedCache(
      Concern<V> concern,
      AdvancedCache<String, Stored<V>> cache,
      LimitedCalls calls,
      LimitedCalls longCalls) {
    this.concern = concern;
    this.cache = cache;
    this.blind = cache.withFlags(Flag.IGNORE_RETURN_VALUES);
    this.codec = Codec.of(concern);
    this.calls = calls;
    this.longCalls = longCalls;
    this.changes = new CacheChanges(cache);
  }

  @Override
  public Concern<V> concern() {
    return concern;
  }

  @Override
  public Uni<Lookup<V>> get(CacheKey key) {
    String text = Keys.text(key);
    return calls.call(
        () -> cache.getAsync(text).thenApply(EmbeddedCache::lookup), Lookup.Unavailable::new);
  }

  @Override
  public Uni<Write> put(CacheKey key, V value, Duration life) {
    String text = Keys.text(key);
    long millis = millis(life);
    return write(
        () ->
            blind
                .putAsync(text, fresh(value), millis, TimeUnit.MILLISECONDS)
                .thenApply(before -> Write.DONE));
  }

  @Override
  public Uni<Write> putIfAbsent(CacheKey key, V value, Duration life) {
    String text = Keys.text(key);
    long millis = millis(life);
    return write(
        () ->
            cache
                .putIfAbsentAsync(text, fresh(value), millis, TimeUnit.MILLISECONDS)
                .thenApply(before -> done(before == null)));
  }

  @Override
  public Uni<Write> replace(CacheKey key, V value, long seen, Duration life) {
    String text = Keys.text(key);
    long millis = millis(life);
    return ifSeen(
        text,
        seen,
        stored -> cache.replaceAsync(text, stored, fresh(value), millis, TimeUnit.MILLISECONDS));
  }

  @Override
  public Uni<Write> remove(CacheKey key) {
    String text = Keys.text(key);
    return write(() -> blind.removeAsync(text).thenApply(before -> Write.DONE));
  }

  @Override
  public Uni<Write> remove(CacheKey key, long seen) {
    String text = Keys.text(key);
    return ifSeen(text, seen, stored -> cache.removeAsync(text, stored));
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

  /** Compares with the whole value that was read: nobody else's has its version. */
  private Uni<Write> ifSeen(
      String key, long seen, Function<Stored<V>, CompletableFuture<Boolean>> change) {
    return write(
        () ->
            cache
                .getAsync(key)
                .thenCompose(
                    stored ->
                        stored != null && stored.version() == seen
                            ? change.apply(stored).thenApply(EmbeddedCache::done)
                            : CompletableFuture.completedFuture(Write.REFUSED)));
  }

  private Uni<Write> write(Supplier<CompletionStage<Write>> write) {
    return calls.call(write, reason -> Write.UNAVAILABLE);
  }

  private Write removeEach(InGroup group) {
    try (var keys = cache.keySet().stream()) {
      keys.filter(group).iterator().forEachRemaining(blind::remove);
    }
    return Write.DONE;
  }

  private Stored<V> fresh(V value) {
    return codec.stored(ThreadLocalRandom.current().nextLong(), value);
  }

  private long millis(Duration life) {
    return Math.max(1, concern.cut(life).toMillis());
  }

  private static Write done(boolean done) {
    return done ? Write.DONE : Write.REFUSED;
  }

  private static <V extends Record> Lookup<V> lookup(@Nullable Stored<V> stored) {
    return stored == null
        ? new Lookup.Miss<>()
        : new Lookup.Hit<>(stored.value(), stored.version());
  }
}
