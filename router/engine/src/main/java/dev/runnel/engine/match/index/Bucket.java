package dev.runnel.engine.match.index;

import org.jspecify.annotations.Nullable;

/** What is found by one key; immutable. */
sealed interface Bucket<T> permits Entry, Entries {

  /** How many there are, those with several keys counted for each. */
  int size();

  /** Whether so many had this key that those were put elsewhere which have a better one. */
  boolean isCrowded();

  /** These and another one. */
  Bucket<T> with(Entry<T> entry);

  /** These without an entry, wherever it is; null if nothing is left. */
  @Nullable Bucket<T> without(Entry<T> entry);

  /** Shows all that the event may be wanted by. */
  void visit(Visit<T> visit);

  static int sizeOf(@Nullable Bucket<?> bucket) {
    return bucket == null ? 0 : bucket.size();
  }

  static <T> Bucket<T> with(Entry<T> entry, @Nullable Bucket<T> bucket) {
    return bucket == null ? entry : bucket.with(entry);
  }

  static <T> @Nullable Bucket<T> without(Entry<T> entry, @Nullable Bucket<T> bucket) {
    return bucket == null ? null : bucket.without(entry);
  }
}
