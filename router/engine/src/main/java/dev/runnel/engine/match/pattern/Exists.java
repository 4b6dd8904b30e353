package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/** Any value, also {@code null}: {@code {"exists": true}}. */
public record Exists() implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return true;
  }

  @Override
  public String toString() {
    return "exists";
  }
}
