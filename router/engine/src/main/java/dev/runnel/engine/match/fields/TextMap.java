package dev.runnel.engine.match.fields;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from texts, of which a changed copy shares all but a path with the original: a
 * hash array mapped trie (Bagwell, "Ideal Hash Trees", 2001) of 64 branches a level. Looks up texts
 * and, without making a text of them, ASCII bytes.
 */
public final class TextMap<V> {

  private static final int BITS = 6;
  private static final int MASK = (1 << BITS) - 1;

  private static final TextMap<?> EMPTY = new TextMap<>(0, new Object[0]);

  /** So many in one place are no map of their own, which would be one more place to go to. */
  private static final int FEW = 4;

  /** A text with its value; a few of one place are linked, and those of one hash. */
  private record Entry<V>(int hash, String text, V value, @Nullable Entry<V> next) {}

  private final long branches;

  /** For each branch, in order, an {@link Entry} or a further map. */
  private final Object[] content;

  private TextMap(long branches, Object[] content) {
    this.branches = branches;
    this.content = content;
  }

  @SuppressWarnings("unchecked") // it holds nothing
  public static <V> TextMap<V> empty() {
    return (TextMap<V>) EMPTY;
  }

  public boolean isEmpty() {
    return branches == 0;
  }

  /** What the text leads to, or null. */
  public @Nullable V get(String text) {
    int hash = spread(text.hashCode());
    Entry<V> entry = find(hash);
    while (entry != null && !(entry.hash == hash && entry.text.equals(text))) {
      entry = entry.next;
    }
    return entry == null ? null : entry.value;
  }

  /**
   * What the text leads to of which these are the bytes, all of them ASCII, or null.
   *
   * @param hashCode of that text
   */
  public @Nullable V get(byte[] bytes, int from, int to, int hashCode) {
    int hash = spread(hashCode);
    Entry<V> entry = find(hash);
    while (entry != null && !(entry.hash == hash && isEqual(entry.text, bytes, from, to))) {
      entry = entry.next;
    }
    return entry == null ? null : entry.value;
  }

  /**
   * What the part of a text leads to, or null.
   *
   * @param hashCode of that part
   */
  public @Nullable V get(String text, int from, int to, int hashCode) {
    int hash = spread(hashCode);
    Entry<V> entry = find(hash);
    while (entry != null
        && !(entry.hash == hash
            && entry.text.length() == to - from
            && text.startsWith(entry.text, from))) {
      entry = entry.next;
    }
    return entry == null ? null : entry.value;
  }

  /** This map with another value for a text; null takes the text out. */
  public TextMap<V> with(String text, UnaryOperator<@Nullable V> change) {
    return with(spread(text.hashCode()), 0, text, change);
  }

  /** Every text and its value, in no particular order. */
  @SuppressWarnings("unchecked") // what is no entry is a map of the same kind
  public void forEach(BiConsumer<String, V> action) {
    for (Object one : content) {
      if (one instanceof TextMap<?> map) {
        ((TextMap<V>) map).forEach(action);
      } else {
        for (Entry<V> e = (Entry<V>) one; e != null; e = e.next) {
          action.accept(e.text, e.value);
        }
      }
    }
  }

  /** The hash codes of texts are alike in their upper bits. */
  private static int spread(int hashCode) {
    int mixed = hashCode * 0x9E3779B9; // 2^32 divided by the golden ratio (Knuth, TAOCP 3, 6.4)
    return mixed ^ (mixed >>> 16);
  }

  @SuppressWarnings("unchecked") // what is no entry is a map of the same kind
  private @Nullable Entry<V> find(int hash) {
    TextMap<V> map = this;
    for (int rest = hash; ; rest >>>= BITS) {
      long branch = 1L << (rest & MASK);
      if ((map.branches & branch) == 0) {
        return null;
      }
      Object found = map.content[Long.bitCount(map.branches & (branch - 1))];
      if (!(found instanceof TextMap<?>)) {
        return (Entry<V>) found;
      }
      map = (TextMap<V>) found;
    }
  }

  private static boolean isEqual(String text, byte[] bytes, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked") // what is no entry is a map of the same kind
  private TextMap<V> with(int hash, int shift, String text, UnaryOperator<@Nullable V> change) {
    long branch = 1L << ((hash >>> shift) & MASK);
    int at = Long.bitCount(branches & (branch - 1));
    if ((branches & branch) == 0) {
      V value = change.apply(null);
      return value == null ? this : inserted(branch, at, new Entry<>(hash, text, value, null));
    }
    Object there = content[at];
    Object now =
        there instanceof TextMap<?>
            ? ((TextMap<V>) there).with(hash, shift + BITS, text, change)
            : entry((Entry<V>) there, hash, shift, text, change);
    if (now == null || (now instanceof TextMap<?> map && map.isEmpty())) {
      return without(branch, at);
    }
    return replaced(at, now);
  }

  private static <V> @Nullable Object entry(
      Entry<V> there, int hash, int shift, String text, UnaryOperator<@Nullable V> change) {
    if (isToBeLinked(there, hash, text)) {
      return changed(there, hash, text, change);
    }
    TextMap<V> further = empty();
    for (Entry<V> e = there; e != null; e = e.next) {
      V value = e.value;
      further = further.with(e.hash, shift + BITS, e.text, _ -> value);
    }
    return further.with(hash, shift + BITS, text, change);
  }

  /** Whether there are few here, or those that nothing tells apart, or the text itself. */
  private static <V> boolean isToBeLinked(Entry<V> chain, int hash, String text) {
    int length = 0;
    boolean areAlike = true;
    for (Entry<V> e = chain; e != null; e = e.next) {
      if (e.hash == hash && e.text.equals(text)) {
        return true;
      }
      length++;
      areAlike &= e.hash == hash;
    }
    return length < FEW || areAlike;
  }

  private static <V> @Nullable Entry<V> changed(
      Entry<V> chain, int hash, String text, UnaryOperator<@Nullable V> change) {
    Entry<V> same = chain;
    while (same != null && !(same.hash == hash && same.text.equals(text))) {
      same = same.next;
    }
    V now = change.apply(same == null ? null : same.value);
    Entry<V> others = same == null ? chain : without(chain, same);
    return now == null ? others : new Entry<>(hash, text, now, others);
  }

  @SuppressWarnings("ReferenceEquality") // it is one of the chain
  private static <V> @Nullable Entry<V> without(Entry<V> chain, Entry<V> gone) {
    Entry<V> made = gone.next;
    for (Entry<V> e = chain; e != null && e != gone; e = e.next) {
      made = new Entry<>(e.hash, e.text, e.value, made);
    }
    return made;
  }

  private TextMap<V> inserted(long branch, int at, Object entry) {
    Object[] more = new Object[content.length + 1];
    System.arraycopy(content, 0, more, 0, at);
    more[at] = entry;
    System.arraycopy(content, at, more, at + 1, content.length - at);
    return new TextMap<>(branches | branch, more);
  }

  private TextMap<V> replaced(int at, Object now) {
    Object[] same = Arrays.copyOf(content, content.length);
    same[at] = now;
    return new TextMap<>(branches, same);
  }

  private TextMap<V> without(long branch, int at) {
    if (content.length == 1) {
      return empty();
    }
    Object[] fewer = new Object[content.length - 1];
    System.arraycopy(content, 0, fewer, 0, at);
    System.arraycopy(content, at + 1, fewer, at, content.length - at - 1);
    return new TextMap<>(branches & ~branch, fewer);
  }
}
