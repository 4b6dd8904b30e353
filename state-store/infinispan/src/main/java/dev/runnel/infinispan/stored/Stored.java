package dev.runnel.infinispan.stored;

/**
 * A value as it is kept.
 *
 * @param <V> the value's own type
 */
public interface Stored<V extends Record> {

  /** Told apart by it: another one after each write. 0 where the store itself counts. */
  long version();

  V value();
}
