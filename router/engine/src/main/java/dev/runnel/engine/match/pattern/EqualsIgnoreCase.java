package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/** A string, in upper or lower case: {@code {"equals-ignore-case": "x"}}. */
public record EqualsIgnoreCase(AnyCase text) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.STRING
        && text.after(value.text(), 0) == value.text().length();
  }

  @Override
  public String toString() {
    return "equals-ignore-case " + text;
  }
}
