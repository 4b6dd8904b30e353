package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;

/**
 * A string that ends so, in upper or lower case: {@code {"suffix": {"equals-ignore-case": "x"}}}.
 */
public record SuffixIgnoreCase(AnyCase text) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.STRING && text.ends(value.text());
  }

  @Override
  public int cost(Value value) {
    return text.cost(value);
  }

  @Override
  public String toString() {
    return "suffix equals-ignore-case " + text;
  }
}
