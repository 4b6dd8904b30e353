package dev.runnel.engine.match.index;

import org.jspecify.annotations.Nullable;

/** A linked list of entries, which is short, or all of it is wanted whenever it is found. */
record Entries<T>(Entry<T> first, @Nullable Entries<T> rest, int size) {

  static <T> Entries<T> of(Entry<T> first, @Nullable Entries<T> rest) {
    return new Entries<>(first, rest, rest == null ? 1 : rest.size + 1);
  }

  /** All but those of the target; null if there are no others. */
  static <T> @Nullable Entries<T> without(T target, @Nullable Entries<T> entries) {
    Entries<T> others = null;
    for (Entries<T> e = entries; e != null; e = e.rest) {
      if (!e.first.target().equals(target)) {
        others = of(e.first, others);
      }
    }
    return others;
  }
}
