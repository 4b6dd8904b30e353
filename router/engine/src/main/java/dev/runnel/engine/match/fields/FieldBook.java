package dev.runnel.engine.match.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that conditions name, one object for each. One thread at a time writes to it; what
 * {@link #fields} returns does not change any more, and may be read by all.
 */
public final class FieldBook {

  private final Map<List<String>, Field> known = new HashMap<>();
  private final Map<Object, Object> shared = new HashMap<>();
  private FieldTree tree = FieldTree.EMPTY;

  /** The field at the end of these keys: {@code [type]}, or {@code [data, order, total]}. */
  public Field field(List<String> keys) {
    return known.computeIfAbsent(List.copyOf(keys), this::add);
  }

  /** The one object of all that are equal, so that what many functions ask is there once. */
  @SuppressWarnings("unchecked") // what is equal is of one class
  public <T> T shared(T one) {
    return (T) shared.computeIfAbsent(one, it -> it);
  }

  /** What is to be read of the data of events, from here on. */
  public WatchedFields fields() {
    return new WatchedFields(tree);
  }

  /** How many there are; none is ever taken out. */
  public int size() {
    return known.size();
  }

  private Field add(List<String> keys) {
    var field = new Field(keys, known.size());
    if (field.isOfData()) {
      tree = tree.with(field);
    }
    return field;
  }
}
