package dev.runnel.cache;

import java.util.Optional;

/** What a cache says when it is asked for a value. */
public sealed interface Lookup<V extends Record> {

  /** The value, if the cache gave one. */
  Optional<V> value();

  /**
   * It is there.
   *
   * @param version another one after each write
   */
  record Hit<V extends Record>(V found, long version) implements Lookup<V> {
    @Override
    public Optional<V> value() {
      return Optional.of(found);
    }
  }

  /** It is not there. */
  record Miss<V extends Record>() implements Lookup<V> {
    @Override
    public Optional<V> value() {
      return Optional.empty();
    }
  }

  /** Nobody can say now; as good as a miss. */
  record Unavailable<V extends Record>(String reason) implements Lookup<V> {
    @Override
    public Optional<V> value() {
      return Optional.empty();
    }
  }
}
