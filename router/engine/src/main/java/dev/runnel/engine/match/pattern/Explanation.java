package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Steps;
import dev.runnel.engine.match.fields.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a pattern accepts an event or does not: the clauses that decided, and what they saw. All that
 * is said of one event shares its steps.
 */
final class Explanation {

  private static final int MOST_VALUES = 3;
  private static final int MOST_CLAUSES = 8;

  private final EventFields event;
  private final List<Alternative> alternatives;
  private final Steps steps;

  Explanation(EventFields event, List<Alternative> alternatives) {
    this.event = event;
    this.alternatives = alternatives;
    this.steps = event.partOfTelling();
  }

  String text() {
    String text = decisive();
    return event.telling().areUsedUp()
        ? "not told: what is said of this event took more than %d steps; ask about fewer functions"
            .formatted(event.telling().most())
        : text;
  }

  /** Of the alternative that accepts, or of the one that comes furthest. */
  private String decisive() {
    Alternative furthest = alternatives.getFirst();
    int most = -1;
    for (Alternative alternative : alternatives) {
      if (alternative.accepts(event, steps)) {
        return clauses(alternative.tests());
      }
      if (steps.areUsedUp()) {
        return "takes more than " + steps.most() + " steps: " + clauses(alternative.tests());
      }
      int passed = (int) alternative.tests().stream().filter(this::passes).count();
      if (passed > most) {
        most = passed;
        furthest = alternative;
      }
    }
    return refusal(furthest.tests());
  }

  private String refusal(List<FieldTest> tests) {
    return tests.stream()
        .filter(test -> !passes(test))
        .findFirst()
        .map(this::clause)
        .orElseGet(() -> "not in one element: " + clauses(tests));
  }

  private boolean passes(FieldTest test) {
    return Passage.of(test, event, event.partOfTelling()) != Passage.NOWHERE;
  }

  private String clauses(List<FieldTest> tests) {
    var clauses = new ArrayList<String>();
    tests.stream().limit(MOST_CLAUSES).map(this::clause).forEach(clauses::add);
    if (tests.size() > MOST_CLAUSES) {
      clauses.add((tests.size() - MOST_CLAUSES) + " more");
    }
    return String.join("; ", clauses);
  }

  /** The test, and the values that pass it, or where none does, those that do not. */
  private String clause(FieldTest test) {
    List<String> passing = values(test, true);
    List<String> seen = passing.isEmpty() ? values(test, false) : passing;
    return test + ": " + (seen.isEmpty() ? "absent" : String.join(", ", seen));
  }

  private List<String> values(FieldTest test, boolean passing) {
    var shown = new ArrayList<String>();
    Steps looking = event.partOfTelling();
    for (Value v = event.first(test.field()); v != null; v = v.next()) {
      if (!looking.suffice(test.cost(v))) {
        break;
      }
      if (test.accepts(v) != passing) {
        continue;
      }
      if (shown.size() == MOST_VALUES) {
        shown.add("…");
        break;
      }
      shown.add(Shown.value(v));
    }
    return shown;
  }
}
