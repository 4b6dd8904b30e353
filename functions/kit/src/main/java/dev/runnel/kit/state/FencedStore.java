package dev.runnel.kit.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store in memory, for whoever holds a lease. */
record FencedStore(StateStore store, Fences fences, Fence fence) implements StateStore {

  @Override
  public Optional<Stored> read(String key) {
    return store.read(key);
  }

  @Override
  public Change write(String key, Body body, Expected expected, Optional<Duration> ttl) {
    return fences.during(fence, () -> store.write(key, body, expected, ttl));
  }

  @Override
  public Change remove(String key, Expected expected) {
    return fences.during(fence, () -> store.remove(key, expected));
  }

  @Override
  public List<Listed> list(String prefix, String after, int limit) {
    return store.list(prefix, after, limit);
  }

  @Override
  public StateStore fencedBy(Fence other) {
    return new FencedStore(store, fences, other);
  }
}
