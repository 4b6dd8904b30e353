package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/**
 * A string that begins so, in upper or lower case: {@code {"prefix": {"equals-ignore-case": "x"}}}.
 */
public record PrefixIgnoreCase(AnyCase text) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.STRING && text.begins(value.text());
  }

  @Override
  public int cost(Value value) {
    return text.cost(value);
  }

  @Override
  public String toString() {
    return "prefix equals-ignore-case " + text;
  }
}
