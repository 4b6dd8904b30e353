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

  private final String[] namesAndValues;

  private AttributeMap(String[] namesAndValues) {
    this.namesAndValues = namesAndValues;
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
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals(name)) {
        return namesAndValues[i + 1];
      }
    }
    return null;
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

    boolean has(String name) {
      return place(namesAndValues, length, name) >= 0;
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
    System.arraycopy(namesAndValues, place, namesAndValues, place + 2, length - place);
    namesAndValues[place] = name;
    namesAndValues[place + 1] = value;
  }

  /** Where the name stands, or where it belongs: that place's negative less one. */
  private static int place(String[] namesAndValues, int length, String name) {
    for (int i = 0; i < length; i += 2) {
      int order = namesAndValues[i].compareTo(name);
      if (order >= 0) {
        return order == 0 ? i : -i - 1;
      }
    }
    return -length - 1;
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
