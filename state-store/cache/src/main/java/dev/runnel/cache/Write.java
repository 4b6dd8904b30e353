package dev.runnel.cache;

/** What came of a write to a cache. */
public enum Write {
  /** It is written. */
  DONE,
  /** What it asked for was not so; nothing was changed. */
  REFUSED,
  /** Not known to have happened. */
  UNAVAILABLE
}
