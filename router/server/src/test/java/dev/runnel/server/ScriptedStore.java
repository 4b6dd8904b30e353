package dev.runnel.server;

import dev.runnel.cache.Concern;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Counters;
import dev.runnel.cache.Members;
import dev.runnel.cache.MemoryStateStore;
import dev.runnel.cache.Standing;
import dev.runnel.cache.StateStore;
import dev.runnel.journal.RouterName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Shared state of a cluster of one router, which can fall silent, or say that it is none. */
@Singleton
public class ScriptedStore implements StateStore {

  private final MemoryStateStore memory;
  private final Map<Concern<?>, ScriptedCache<?>> caches = new ConcurrentHashMap<>();
  private volatile Standing standing = new Standing.Joined();

  @Inject
  ScriptedStore(RouterName name, Clock clock) {
    this(name.value(), clock);
  }

  public ScriptedStore(String self, InstantSource clock) {
    memory = new MemoryStateStore(self, clock);
    Concerns.ALL.forEach(this::script);
  }

  private <V extends Record> void script(Concern<V> concern) {
    caches.put(concern, new ScriptedCache<>(memory.cache(concern)));
  }

  public void stands(Standing how) {
    standing = how;
  }

  public void isSilent(boolean whether) {
    caches.values().forEach(cache -> cache.isSilent(whether));
  }

  /** Everything that is copied is forgotten. */
  public void clearAll() {
    caches.values().forEach(cache -> cache.clear().await().indefinitely());
  }

  @Override
  @SuppressWarnings("unchecked") // Each cache was made for the concern that it is found by.
  public <V extends Record> ScriptedCache<V> cache(Concern<V> concern) {
    return (ScriptedCache<V>) Objects.requireNonNull(caches.get(concern));
  }

  @Override
  public Counters counters() {
    return memory.counters();
  }

  @Override
  public Members members() {
    return memory.members();
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public void close() {
    memory.close();
  }
}
