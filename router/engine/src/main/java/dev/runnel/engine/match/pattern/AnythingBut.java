package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Any value that none of these tests accepts: {@code {"anything-but": ["x", "y"]}}. They are all of
 * one kind: texts, numbers, prefixes, suffixes, wildcards, or texts in upper or lower case.
 */
public final class AnythingBut implements ValueTest {

  private final AnyOf refused;

  AnythingBut(List<ValueTest> refused) {
    this.refused = AnyOf.of(refused);
  }

  public List<ValueTest> refused() {
    return refused.tests();
  }

  @Override
  public boolean accepts(Value value) {
    return !refused.accepts(value);
  }

  @Override
  public int cost(Value value) {
    return refused.cost(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnythingBut that && refused().equals(that.refused());
  }

  @Override
  public int hashCode() {
    return refused().hashCode();
  }

  @Override
  public String toString() {
    return refused().stream()
        .map(ValueTest::toString)
        .collect(Collectors.joining(" or ", "anything-but ", ""));
  }
}
