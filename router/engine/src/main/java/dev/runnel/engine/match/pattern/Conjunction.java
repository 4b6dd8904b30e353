package dev.runnel.engine.match.pattern;

import java.util.List;

/**
 * What must all be so.
 *
 * @param tests of fields, in the order of the pattern
 * @param choices the {@code $or}s, of each of which one alternative must be so
 */
public record Conjunction(List<FieldTest> tests, List<Choice> choices) {

  public Conjunction {
    tests = List.copyOf(tests);
    choices = List.copyOf(choices);
  }

  /**
   * A {@code $or}.
   *
   * @param alternatives at least two
   */
  public record Choice(List<Conjunction> alternatives) {

    public Choice {
      alternatives = List.copyOf(alternatives);
    }
  }
}
