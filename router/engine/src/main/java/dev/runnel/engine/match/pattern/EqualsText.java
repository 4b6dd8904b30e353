package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/** A string, exactly: {@code "x"}, which is no address, or {@code {"exactly": "x"}}. */
public record EqualsText(String text) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.STRING && value.text().equals(text);
  }

  @Override
  public String toString() {
    return Shown.quoted(text);
  }
}
