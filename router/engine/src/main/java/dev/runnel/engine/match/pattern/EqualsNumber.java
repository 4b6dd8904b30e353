package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Decimal;
import dev.runnel.engine.match.fields.Value;

/** A number of this value, however written: {@code 1.5} or {@code {"numeric": ["=", 1.5]}}. */
public record EqualsNumber(Decimal number) implements ValueTest {

  @Override
  public boolean accepts(Value value) {
    return value.kind() == Value.Kind.NUMBER && number.equals(value.number());
  }

  @Override
  public String toString() {
    return Shown.number(number);
  }
}
