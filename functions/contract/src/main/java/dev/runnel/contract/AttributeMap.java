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
        place = -place - 1;
        System.arraycopy(merged, place, merged, place + 2, length - place);
        merged[place] = attribute.getKey();
        length += 2;
      }
      merged[place + 1] = attribute.getValue();
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
