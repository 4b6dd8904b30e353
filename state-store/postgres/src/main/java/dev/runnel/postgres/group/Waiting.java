package dev.runnel.postgres.group;

import org.jspecify.annotations.Nullable;

/** A call that waits for its commit: all of it is written, or nothing. */
public interface Waiting {

  /** How many rows it writes, about; at least 1. */
  int rows();

  /** How many bytes, about. */
  long bytes();

  /** What no other call of its group may have; null: it goes with any. */
  @Nullable String apart();

  /** It is not written, or nobody knows. */
  void fail(Throwable why);
}
