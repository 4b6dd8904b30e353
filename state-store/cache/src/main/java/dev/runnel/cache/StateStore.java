package dev.runnel.cache;

/**
 * What routers share to be fast. Losing all of it costs time, never an event: whoever asks is ready
 * for no answer. Called from any thread, never blocks except to close.
 */
public interface StateStore extends AutoCloseable {

  /**
   * The cache of this concern; the same one for each call.
   *
   * @param concern one of {@link Concerns}
   */
  <V extends Record> Cache<V> cache(Concern<V> concern);

  /** Numbers that all routers add to. */
  Counters counters();

  /** Which routers are there. */
  Members members();

  /** How far it has come. */
  Standing standing();

  /** Leaves the others, who keep what is shared. Blocks until it is done. */
  @Override
  void close();
}
