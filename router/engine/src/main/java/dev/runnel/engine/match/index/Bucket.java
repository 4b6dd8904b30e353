package dev.runnel.engine.match.index;

import org.jspecify.annotations.Nullable;

/**
 * What is found by one key. Where that is more than a few, it is told apart by further keys.
 *
 * @param entries those that nothing tells apart, or few
 * @param further the others
 * @param size how many there are in all, those with several keys counted for each
 */
record Bucket<T>(@Nullable Entry<T> entries, @Nullable Node<T> further, int size) {

  /** So many are asked one by one: about as costly as looking up two more keys. */
  private static final int FEW = 8;

  static int sizeOf(@Nullable Bucket<?> bucket) {
    return bucket == null ? 0 : bucket.size;
  }

  static <T> Bucket<T> with(Entry<T> entry, @Nullable Bucket<T> bucket) {
    if (bucket == null) {
      return new Bucket<>(entry, null, 1);
    }
    if (bucket.further != null && !entry.open().isEmpty()) {
      return new Bucket<>(bucket.entries, bucket.further.with(entry), bucket.size + 1);
    }
    var more = new Bucket<>(entry.before(bucket.entries), bucket.further, bucket.size + 1);
    boolean isMany = more.size > FEW && bucket.further == null && !entry.open().isEmpty();
    return isMany ? more.split() : more;
  }

  static <T> @Nullable Bucket<T> without(Entry<T> entry, @Nullable Bucket<T> bucket) {
    if (bucket == null) {
      return null;
    }
    int size = 0;
    Entry<T> others = null;
    for (Entry<T> e = bucket.entries; e != null; e = e.next()) {
      if (!e.isAlike(entry)) {
        others = e.before(others);
        size++;
      }
    }
    Node<T> further = bucket.further == null ? null : bucket.further.without(entry);
    size += further == null ? 0 : further.size();
    return size == 0 ? null : new Bucket<>(others, further, size);
  }

  /** Those with further requirements go into a node; the others stay. */
  private Bucket<T> split() {
    Entry<T> plain = null;
    Node<T> told = Node.further();
    for (Entry<T> e = entries; e != null; e = e.next()) {
      if (e.open().isEmpty()) {
        plain = e.before(plain);
      } else {
        told = told.with(e.before(null));
      }
    }
    return new Bucket<>(plain, told, size);
  }

  void visit(Visit<T> visit) {
    for (Entry<T> e = entries; e != null; e = e.next()) {
      visit.found(e.target());
    }
    if (further != null) {
      further.visit(visit);
    }
  }
}
