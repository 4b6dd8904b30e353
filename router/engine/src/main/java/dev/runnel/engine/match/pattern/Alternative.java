package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.EventFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tests of fields which must all be passed, by values that are of one element of each array.
 *
 * @param tests each of another field, by the names of these: {@code exists: false} is judged among
 *     the elements that the tests before it have chosen
 */
public record Alternative(List<FieldTest> tests) {

  public Alternative {
    tests = tests.stream().sorted(Comparator.comparing(test -> test.field().toString())).toList();
  }

  boolean accepts(EventFields event, Steps steps) {
    List<FieldTest> open = List.of();
    for (FieldTest test : tests) {
      switch (Passage.of(test, event, steps)) {
        case OUTSIDE -> {}
        case WITHIN -> {
          if (open.isEmpty()) {
            open = new ArrayList<>(tests.size());
          }
          open.add(test);
        }
        case NOWHERE -> {
          return false;
        }
      }
    }
    return open.size() < 2 && open.stream().noneMatch(FieldTest::acceptsAbsence)
        || new Elements(event, open, steps).agree();
  }
}
