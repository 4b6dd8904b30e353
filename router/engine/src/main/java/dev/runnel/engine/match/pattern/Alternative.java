package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tests of fields which must all be passed, by values that are of one element of each array.
 *
 * @param tests each of another field, by the names of these: {@code exists: false} is judged among
 *     the elements that the tests before it have chosen
 */
public record Alternative(List<FieldTest> tests) {

  private static final Comparator<FieldTest> BY_FIELD =
      Comparator.comparing(test -> test.field().toString());

  public Alternative {
    tests = tests.size() > 1 ? inOrder(tests) : List.copyOf(tests);
  }

  private static List<FieldTest> inOrder(List<FieldTest> tests) {
    FieldTest[] sorted = tests.toArray(FieldTest[]::new);
    Arrays.sort(sorted, BY_FIELD);
    return List.of(sorted);
  }

  /** Whether the event is so, within the limit of {@link EventPattern#accepts}. */
  public boolean accepts(EventFields event) {
    return accepts(event, new Steps(event));
  }

  boolean accepts(EventFields event, Steps steps) {
    List<FieldTest> open = List.of();
    boolean mayBeAbsent = false;
    for (FieldTest test : tests) {
      switch (Passage.of(test, event, steps)) {
        case OUTSIDE -> {}
        case WITHIN -> {
          if (open.isEmpty()) {
            open = new ArrayList<>(tests.size());
          }
          open.add(test);
          mayBeAbsent |= test.acceptsAbsence();
        }
        case NOWHERE -> {
          return false;
        }
      }
    }
    if (mayBeAbsent) {
      return Elements.agree(event, tests, steps);
    }
    return open.size() < 2 || Elements.agree(event, open, steps);
  }
}
