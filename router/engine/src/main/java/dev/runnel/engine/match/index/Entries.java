package dev.runnel.engine.match.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several entries that are found by one key. Where they are more than a few, they are told apart by
 * further keys.
 *
 * @param entries those that nothing tells apart, or few
 * @param further the others
 * @param isCrowded see {@link Bucket#isCrowded}; where it is, it stays when nothing is left
 */
record Entries<T>(List<Entry<T>> entries, @Nullable Node<T> further, int size, boolean isCrowded)
    implements Bucket<T> {

  /** So many are asked one by one: about as costly as looking up two more keys. */
  private static final int FEW = 8;

  static <T> Entries<T> of(Entry<T> one, Entry<T> other) {
    return new Entries<>(List.of(one, other), null, 2, false);
  }

  @Override
  public Entries<T> with(Entry<T> entry) {
    if (further != null && !entry.open().isEmpty()) {
      return new Entries<>(entries, further.with(entry), size + 1, isCrowded);
    }
    var more = new ArrayList<Entry<T>>(entries.size() + 1);
    more.addAll(entries);
    more.add(entry);
    boolean isMany = more.size() > FEW && further == null && !entry.open().isEmpty();
    return isMany
        ? split(more, isCrowded)
        : new Entries<>(List.copyOf(more), further, size + 1, isCrowded);
  }

  /** Whether another one is too many. */
  boolean isFull() {
    return further == null && entries.size() == FEW;
  }

  /** None, where those that were here have gone elsewhere, and others are to go there, too. */
  static <T> Entries<T> crowded() {
    return new Entries<>(List.of(), null, 0, true);
  }

  /** Those with further requirements go into a node; the others stay. */
  private static <T> Entries<T> split(List<Entry<T>> entries, boolean isCrowded) {
    var plain = new ArrayList<Entry<T>>();
    Node<T> told = Node.further();
    for (Entry<T> entry : entries) {
      if (entry.open().isEmpty()) {
        plain.add(entry);
      } else {
        told = told.with(entry);
      }
    }
    return new Entries<>(List.copyOf(plain), told, entries.size(), isCrowded);
  }

  @Override
  public @Nullable Bucket<T> without(Entry<T> entry) {
    List<Entry<T>> others = entries.stream().filter(it -> !it.isAlike(entry)).toList();
    Node<T> told = further == null ? null : further.without(entry);
    int left = others.size() + (told == null ? 0 : told.size());
    if (left == 0 && !isCrowded) {
      return null;
    }
    return left == 1 && told == null && !isCrowded
        ? others.getFirst()
        : new Entries<>(others, told, left, isCrowded);
  }

  @Override
  public void visit(Visit<T> visit) {
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).visit(visit);
    }
    if (further != null) {
      further.visit(visit);
    }
  }
}
