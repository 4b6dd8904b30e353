package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/** A string that begins so: {@code {"prefix": "x"}}. */
public record Prefix(String text) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.STRING && value.text().startsWith(text);
  }

  @Override
  public String toString() {
    return "prefix " + Shown.quoted(text);
  }
}
