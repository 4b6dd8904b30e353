package dev.runnel.engine.match.fields;

import java.util.List;

/**
 * Where a value stands: an attribute's name, or {@code data} and the keys that lead to it. Arrays
 * on the way are not part of it. There is one for each place within one {@link FieldBook}, so that
 * two are the same field where they are the same object.
 */
public final class Field {

  /** The first key of all that is not an attribute. */
  public static final String DATA = "data";

  private final List<String> keys;
  private final String name;
  private final int number;
  private final boolean ofData;
  private final String text;

  Field(List<String> keys, int number) {
    this.keys = List.copyOf(keys);
    this.number = number;
    // The names that most events have are constants, which are found to be the same at a glance.
    this.name = keys.getFirst().intern();
    this.ofData = keys.getFirst().equals(DATA);
    this.text = String.join(".", keys);
  }

  public List<String> keys() {
    return keys;
  }

  public boolean isOfData() {
    return ofData;
  }

  /** The attribute's name, or {@link #DATA}. */
  public String name() {
    return name;
  }

  /** Unlike that of any other field of the book, and small. */
  int number() {
    return number;
  }

  @Override
  public String toString() {
    return text;
  }
}
