package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/** No value at all: {@code {"exists": false}}. {@link FieldTest#acceptsAbsence} is of it. */
public record Absent() implements ValueTest {

  /** Never: where there is a value, the field is not absent. */
  @Override
  public boolean accepts(Value value) {
    return false;
  }

  @Override
  public String toString() {
    return "exists false";
  }
}
