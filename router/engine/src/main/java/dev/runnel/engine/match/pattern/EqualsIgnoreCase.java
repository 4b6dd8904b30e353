package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/** A string, in upper or lower case: {@code {"equals-ignore-case": "x"}}. */
public record EqualsIgnoreCase(AnyCase text) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.STRING && text.isAll(value.text());
  }

  @Override
  public int cost(Value value) {
    return text.cost(value);
  }

  @Override
  public String toString() {
    return "equals-ignore-case " + text;
  }
}
