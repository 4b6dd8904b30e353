package dev.runnel.server.state.copy;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.value.KeyedState;
import dev.runnel.cache.value.KeyedState.Kind;
import java.time.Duration;

/**
 * Something that is to be known of a slot from now on.
 *
 * @param life how long
 * @param always whether it also takes the place of what no journal has
 */
record Placing(CacheKey key, KeyedState fresh, Duration life, boolean always) {

  /** Whether it takes the place of this: never that of a later version. */
  boolean replaces(KeyedState standing) {
    return standing.kind() == Kind.UNWRITTEN ? always : rank(fresh) >= rank(standing);
  }

  /** That a version is outdated comes after it, and before the next one. */
  private static long rank(KeyedState state) {
    return 2 * state.version() + (state.kind() == Kind.OUTDATED ? 1 : 0);
  }
}
