package dev.runnel.contract;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one event, sorted by name, which never change: names and values in turns in one
 * array. An event has few of them, is copied often, and is kept as long as its run.
 */
final class AttributeMap extends AbstractMap<String, String> {

  private static final AttributeMap NONE = new AttributeMap(new String[0]);

  /** Names and values of what most events have. */
  private static final int ROOM = 32;

  private static final int NOWHERE = -1;

  /** The place behind the names that {@link #marks} are of, and behind those of the others. */
  private static final int MARKED = 2 * NameMarks.NAMES;

  private static final int ALL_MARKED = 2 * MARKED;

  private final String[] namesAndValues;
  private final long marks;
  private final long moreMarks;

  private AttributeMap(String[] namesAndValues) {
    this.namesAndValues = namesAndValues;
    this.marks = NameMarks.of(namesAndValues, 0);
    this.moreMarks = NameMarks.of(namesAndValues, MARKED);
  }

  /** These attributes; the map itself if it is of this kind already. */
  static AttributeMap of(Map<String, String> attributes) {
    return attributes instanceof AttributeMap same ? same : NONE.with(attributes);
  }

  /** These attributes and others; those of the same name are the others'. */
  AttributeMap with(Map<String, String> more) {
    var merged = Arrays.copyOf(namesAndValues, namesAndValues.length + 2 * more.size());
    int length = namesAndValues.length;
    for (Entry<String, String> attribute : more.entrySet()) {
      int place = place(merged, length, attribute.getKey());
      if (place < 0) {
        insert(merged, length, -place - 1, attribute.getKey(), attribute.getValue());
        length += 2;
      } else {
        merged[place + 1] = attribute.getValue();
      }
    }
    return new AttributeMap(length == merged.length ? merged : Arrays.copyOf(merged, length));
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    int at = name instanceof String text ? find(text) : NOWHERE;
    return at < 0 ? null : namesAndValues[at + 1];
  }

  private int find(String name) {
    long sought = NameMarks.sought(name);
    int at = find(name, NameMarks.equal(marks, sought), 0);
    if (at >= 0 || namesAndValues.length <= MARKED) {
      return at;
    }
    at = find(name, NameMarks.equal(moreMarks, sought), MARKED);
    for (int i = ALL_MARKED; at < 0 && i < namesAndValues.length; i += 2) {
      at = namesAndValues[i].equals(name) ? i : NOWHERE;
    }
    return at;
  }

  /** Looks at the names from a place on for which a bit is set. */
  private int find(String name, long alike, int from) {
    for (long left = alike; left != 0; left &= left - 1) {
      int at = from + 2 * (Long.numberOfTrailingZeros(left) / Byte.SIZE);
      if (namesAndValues[at].equals(name)) {
        return at;
      }
    }
    return NOWHERE;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public int size() {
    return namesAndValues.length / 2;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      action.accept(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new Entries();
  }

  /** Attributes that are put together one by one. */
  static final class Builder {
    private String[] namesAndValues = new String[ROOM];
    private int length;

    /** Whether it was added: there was none of its name. */
    boolean add(String name, String value) {
      int place = place(namesAndValues, length, name);
      if (place >= 0) {
        return false;
      }
      if (length == namesAndValues.length) {
        namesAndValues = Arrays.copyOf(namesAndValues, 2 * length);
      }
      insert(namesAndValues, length, -place - 1, name, value);
      length += 2;
      return true;
    }

    int size() {
      return length / 2;
    }

    AttributeMap build() {
      return new AttributeMap(Arrays.copyOf(namesAndValues, length));
    }
  }

  private static void insert(
      String[] namesAndValues, int length, int place, String name, String value) {
    // Few are moved, and a loop is begun in less time than a copy.
    for (int i = length - 1; i >= place; i--) {
      namesAndValues[i + 2] = namesAndValues[i];
    }
    namesAndValues[place] = name;
    namesAndValues[place + 1] = value;
  }

  /** Where the name stands, or where it belongs: that place's negative less one. */
  private static int place(String[] namesAndValues, int length, String name) {
    for (int i = 0; i < length; i += 2) {
      int order = order(namesAndValues[i], name);
      if (order >= 0) {
        return order == 0 ? i : -i - 1;
      }
    }
    return -length - 1;
  }

  /** The order of strings; most names begin with letters of their own. */
  private static int order(String name, String other) {
    int order = name.isEmpty() || other.isEmpty() ? 0 : name.charAt(0) - other.charAt(0);
    return order == 0 ? name.compareTo(other) : order;
  }

  private final class Entries extends AbstractSet<Entry<String, String>> {

    @Override
    public int size() {
      return namesAndValues.length / 2;
    }

    @Override
    public Iterator<Entry<String, String>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < namesAndValues.length;
        }

        @Override
        public Entry<String, String> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          next += 2;
          return Map.entry(namesAndValues[next - 2], namesAndValues[next - 1]);
        }
      };
    }
  }
}
