package dev.runnel.cache;

/** What a listener is told. */
public sealed interface Change {

  /** There is a value, new or another one. */
  record Written(CacheKey key) implements Change {}

  /** There is none any more. */
  record Removed(CacheKey key) implements Change {}

  /** Changes were not told: anything may have changed. */
  record Missed() implements Change {}
}
