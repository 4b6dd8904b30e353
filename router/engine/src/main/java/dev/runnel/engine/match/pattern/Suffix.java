package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/** A string that ends so: {@code {"suffix": "x"}}. */
public record Suffix(String text) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.STRING && value.text().endsWith(text);
  }

  @Override
  public String toString() {
    return "suffix " + Shown.quoted(text);
  }
}
