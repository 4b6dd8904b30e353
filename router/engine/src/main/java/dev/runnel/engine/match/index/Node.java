package dev.runnel.engine.match.index;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Entries, each to be found by one of its requirements: one that not many others are found by, and
 * at first by an attribute rather than by a field of data, so that data is only read where
 * attributes do not decide.
 *
 * @param dataCost what being found by a field of data costs beyond that
 * @param rest those without any requirement
 */
record Node<T>(
    long dataCost, Tables<T> attributes, Tables<T> data, @Nullable Bucket<T> rest, int size) {

  /** Reading data costs more than looking at any number of others. */
  private static final long READING = 1L << 32;

  /** Being found by a value's mere presence is only better than by nothing. */
  private static final long PRESENT = 1L << 33;

  /** Buckets are alike up to a few, and then while they are less than four times one another. */
  private static final int ALIKE_BITS = 2;

  private static final int FEW = 8;

  /** A key that was left because of so many is taken again only where others have as many. */
  private static final int CROWD = 1 << 10;

  /** That of an index, which all events come to. */
  static <T> Node<T> root() {
    return new Node<>(READING, Tables.empty(), Tables.empty(), null, 0);
  }

  /** One that only some events come to: their data may as well be read. */
  static <T> Node<T> further() {
    return new Node<>(0, Tables.empty(), Tables.empty(), null, 0);
  }

  Node<T> with(Entry<T> entry) {
    Requirement chosen = cheapest(entry.open());
    if (chosen == null) {
      return new Node<>(dataCost, attributes, data, Bucket.with(entry, rest), size + 1);
    }
    Entry<T> found = entry.by(chosen);
    Node<T> relieved = relieved(chosen);
    return relieved == null
        ? changed(chosen, bucket -> Bucket.with(found, bucket), size + 1)
        : relieved.with(entry);
  }

  /**
   * Those that have a key which is about to be that of too many go where they are found among few,
   * if all of them can: the first functions that want a type do not know yet how many will. Null
   * where that is not so.
   */
  private @Nullable Node<T> relieved(Requirement chosen) {
    if (chosen.anyOf().size() > 1
        || !(get(chosen.anyOf().getFirst()) instanceof Entries<T> full)
        || !full.isFull()
        || !full.entries().stream().allMatch(this::isAmongFewElsewhere)) {
      return null;
    }
    Node<T> node = changed(chosen, _ -> Entries.crowded(), size - full.size());
    for (Entry<T> entry : full.entries()) {
      node = node.with(entry.back());
    }
    return node;
  }

  private boolean isAmongFewElsewhere(Entry<T> entry) {
    Requirement other = cheapest(entry.open());
    return other != null && cost(other) < Key.RANKS;
  }

  /** Without an entry, wherever it is; null if nothing is left. */
  @Nullable Node<T> without(Entry<T> entry) {
    for (Requirement requirement : entry.open()) {
      Entry<T> found = entry.by(requirement);
      Bucket<T> bucket = get(requirement.anyOf().getFirst());
      if (bucket != null && Bucket.sizeOf(Bucket.without(found, bucket)) < bucket.size()) {
        return size == 1
            ? null
            : changed(requirement, there -> Bucket.without(found, there), size - 1);
      }
    }
    Bucket<T> others = Bucket.without(entry, rest);
    int left = size - Bucket.sizeOf(rest) + Bucket.sizeOf(others);
    return left == 0 ? null : new Node<>(dataCost, attributes, data, others, left);
  }

  private Node<T> changed(
      Requirement requirement, UnaryOperator<@Nullable Bucket<T>> change, int nextSize) {
    Tables<T> nextAttributes = attributes;
    Tables<T> nextData = data;
    for (Key key : requirement.anyOf()) {
      if (key.field().isOfData()) {
        nextData = nextData.with(key, change);
      } else {
        nextAttributes = nextAttributes.with(key, change);
      }
    }
    return new Node<>(dataCost, nextAttributes, nextData, rest, nextSize);
  }

  private @Nullable Bucket<T> get(Key key) {
    return (key.field().isOfData() ? data : attributes).get(key);
  }

  void visit(Visit<T> visit) {
    attributes.visitAttributes(visit);
    data.visitData(visit);
    if (rest != null) {
      rest.visit(visit);
    }
  }

  private @Nullable Requirement cheapest(List<Requirement> requirements) {
    Requirement cheapest = null;
    long least = Long.MAX_VALUE;
    for (Requirement requirement : requirements) {
      long cost = cost(requirement);
      if (cost < least) {
        least = cost;
        cheapest = requirement;
      }
    }
    return cheapest;
  }

  /** Of alike ones the first kind is chosen by all, so that an event has fewer to look at. */
  private long cost(Requirement requirement) {
    long kind = 0;
    long others = 0;
    for (Key key : requirement.anyOf()) {
      long reading = key.field().isOfData() ? dataCost : 0;
      kind = Math.max(kind, key.isWeak() ? PRESENT : reading + key.rank());
      Bucket<T> there = get(key);
      others += there == null ? 0 : there.size() + (there.isCrowded() ? CROWD : 0);
    }
    long alike = others / requirement.anyOf().size() / FEW;
    int magnitude = (Long.SIZE - Long.numberOfLeadingZeros(alike)) / ALIKE_BITS;
    return kind + (long) magnitude * Key.RANKS;
  }
}
