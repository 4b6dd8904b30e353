package dev.runnel.engine.match.fields;

import org.jspecify.annotations.Nullable;

/**
 * One value of a field: that of an attribute, which is a string, or a leaf of the data. A field
 * within an array has several, which are linked. Made and read by one thread, for one event.
 */
public final class Value {

  /** What JSON calls it. */
  public enum Kind {
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL
  }

  private final Kind kind;
  private final String text;
  private final int place;
  private final @Nullable Value next;
  private @Nullable Decimal number;

  Value(Kind kind, String text, int place, @Nullable Value next) {
    this.kind = kind;
    this.text = text;
    this.place = place;
    this.next = next;
  }

  /** A value that stands alone, as in a pattern or an attribute. */
  public static Value of(Kind kind, String text) {
    return new Value(kind, text, EventFields.OUTSIDE, null);
  }

  public Kind kind() {
    return kind;
  }

  /** A string without its quotes and escapes; of anything else what the document says. */
  public String text() {
    return text;
  }

  /** Of a number, otherwise null. */
  public @Nullable Decimal number() {
    if (number == null && kind == Kind.NUMBER) {
      number = Decimal.of(text);
    }
    return number;
  }

  /** The innermost element of an array that holds it: see {@link EventFields#outer}. */
  public int place() {
    return place;
  }

  /** Another value of the same field, in no particular order. */
  public @Nullable Value next() {
    return next;
  }

  @Override
  public String toString() {
    return kind == Kind.STRING ? '"' + text + '"' : text;
  }
}
