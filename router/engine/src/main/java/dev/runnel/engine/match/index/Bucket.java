package dev.runnel.engine.match.index;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is found by one key. Where that is more than a few, it is told apart by further keys.
 *
 * @param entries those that nothing tells apart, or few
 * @param further the others
 * @param size how many there are in all, those with several keys counted for each
 */
record Bucket<T>(@Nullable Entries<T> entries, @Nullable Node<T> further, int size) {

  /** So many are asked one by one: about as costly as looking up two more keys. */
  private static final int FEW = 8;

  static int size(@Nullable Bucket<?> bucket) {
    return bucket == null ? 0 : bucket.size;
  }

  static <T> Bucket<T> with(Entry<T> entry, @Nullable Bucket<T> bucket) {
    if (bucket == null) {
      return new Bucket<>(Entries.of(entry, null), null, 1);
    }
    if (bucket.further != null && !entry.open().isEmpty()) {
      return new Bucket<>(bucket.entries, bucket.further.with(entry), bucket.size + 1);
    }
    Entries<T> entries = Entries.of(entry, bucket.entries);
    var more = new Bucket<>(entries, bucket.further, bucket.size + 1);
    boolean isMany = entries.size() > FEW && bucket.further == null && !entry.open().isEmpty();
    return isMany ? more.split() : more;
  }

  static <T> @Nullable Bucket<T> without(Entry<T> entry, @Nullable Bucket<T> bucket) {
    if (bucket == null) {
      return null;
    }
    Entries<T> entries = Entries.without(entry.target(), bucket.entries);
    Node<T> further = bucket.further == null ? null : bucket.further.without(entry);
    int size = (entries == null ? 0 : entries.size()) + (further == null ? 0 : further.size());
    return size == 0 ? null : new Bucket<>(entries, further, size);
  }

  /** Those with further requirements go into a node; where none has any, all stay. */
  private Bucket<T> split() {
    Entries<T> plain = null;
    Node<T> told = null;
    for (Entries<T> e = entries; e != null; e = e.rest()) {
      if (e.first().open().isEmpty()) {
        plain = Entries.of(e.first(), plain);
      } else {
        told = Objects.requireNonNullElseGet(told, Node::<T>empty).with(e.first());
      }
    }
    return new Bucket<>(plain, told, size);
  }

  void visit(Visit<T> visit) {
    for (Entries<T> e = entries; e != null; e = e.rest()) {
      visit.found(e.first().target());
    }
    if (further != null) {
      further.visit(visit);
    }
  }
}
