package dev.runnel.cache;

import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/**
 * Numbers that all routers add to. No call fails: it is answered with nothing where the number is
 * not known, and an addition may then have happened or not. Called from any thread, never blocks;
 * answers arrive on any thread.
 */
public interface Counters {

  /** Names that a store knows at the same time; further ones are answered with nothing. */
  int MOST = 10_000;

  /**
   * Adds.
   *
   * @param delta may be negative
   * @return the sum: of an exact counter the one that this call made, else one that was true lately
   */
  Uni<OptionalLong> add(Counter counter, long delta);

  /** The sum, 0 where nobody has added. */
  Uni<OptionalLong> get(Counter counter);
}
