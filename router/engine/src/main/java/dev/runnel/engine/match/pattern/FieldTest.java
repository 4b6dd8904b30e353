package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.Field;
import dev.runnel.engine.match.fields.Value;
import java.util.List;
import java.util.stream.Collectors;

/** What a field must be: that one of its values passes one of the tests, or that it has none. */
public final class FieldTest {

  private static final int MOST_SHOWN = 5;

  private final Field field;
  private final AnyOf values;
  private final boolean acceptsAbsence;
  private final int place;

  /**
   * A test of a field.
   *
   * @param place the token of the pattern at which it begins, see {@link PatternText#place}
   */
  FieldTest(Field field, List<ValueTest> anyOf, int place) {
    this.field = field;
    this.place = place;
    this.values = AnyOf.of(anyOf);
    this.acceptsAbsence = values.acceptsAbsence();
  }

  public Field field() {
    return field;
  }

  public List<ValueTest> anyOf() {
    return values.tests();
  }

  int place() {
    return place;
  }

  /** Whether one of the tests is {@link Absent}. */
  public boolean acceptsAbsence() {
    return acceptsAbsence;
  }

  public boolean accepts(Value value) {
    return values.accepts(value);
  }

  /** In steps, as of {@link ValueTest#cost}. */
  int cost(Value value) {
    return values.cost(value);
  }

  @Override
  public String toString() {
    String tests =
        anyOf().stream()
            .limit(MOST_SHOWN)
            .map(ValueTest::toString)
            .collect(Collectors.joining(" or "));
    int more = anyOf().size() - MOST_SHOWN;
    return Shown.shortened(field.toString())
        + ' '
        + tests
        + (more > 0 ? " or " + more + " more" : "");
  }
}
