package dev.runnel.server;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Change;
import dev.runnel.cache.Concern;
import dev.runnel.cache.Lookup;
import dev.runnel.cache.Subscription;
import dev.runnel.cache.Write;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A cache that can fall silent, as one does whose cluster is split. */
public final class ScriptedCache<V extends Record> implements Cache<V> {

  private final Cache<V> memory;
  private volatile boolean silent;

  ScriptedCache(Cache<V> memory) {
    this.memory = memory;
  }

  public void isSilent(boolean whether) {
    silent = whether;
  }

  @Override
  public Uni<Lookup<V>> get(CacheKey key) {
    return reached(memory.get(key), new Lookup.Unavailable<>("it is silent"));
  }

  @Override
  public Uni<Write> put(CacheKey key, V value, Duration life) {
    return reached(memory.put(key, value, life));
  }

  @Override
  public Uni<Write> putIfAbsent(CacheKey key, V value, Duration life) {
    return reached(memory.putIfAbsent(key, value, life));
  }

  @Override
  public Uni<Write> replace(CacheKey key, V value, long seen, Duration life) {
    return reached(memory.replace(key, value, seen, life));
  }

  @Override
  public Uni<Write> remove(CacheKey key) {
    return reached(memory.remove(key));
  }

  @Override
  public Uni<Write> remove(CacheKey key, long seen) {
    return reached(memory.remove(key, seen));
  }

  @Override
  public Uni<Write> removeAll(String group) {
    return reached(memory.removeAll(group));
  }

  @Override
  public Uni<Write> clear() {
    return reached(memory.clear());
  }

  @Override
  public Uni<OptionalLong> size() {
    return reached(memory.size(), OptionalLong.empty());
  }

  @Override
  public Subscription listen(Consumer<Change> listener) {
    return memory.listen(listener);
  }

  @Override
  public Concern<V> concern() {
    return memory.concern();
  }

  private Uni<Write> reached(Uni<Write> write) {
    return reached(write, Write.UNAVAILABLE);
  }

  private <T> Uni<T> reached(Uni<T> answer, T otherwise) {
    return silent ? Uni.createFrom().item(otherwise) : answer;
  }
}
