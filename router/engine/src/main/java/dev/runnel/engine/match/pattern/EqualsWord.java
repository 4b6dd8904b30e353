package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;
import java.util.Locale;

/**
 * {@code true}, {@code false} or {@code null}.
 *
 * @param word TRUE, FALSE or NULL
 */
public record EqualsWord(Value.Kind word) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == word;
  }

  @Override
  public String toString() {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
