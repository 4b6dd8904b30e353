package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.Steps;
import dev.runnel.engine.match.fields.Value;

/** Where an event passes a test of one field, looked at for itself. */
enum Passage {
  /** Outside of all arrays: whatever element other tests choose. */
  OUTSIDE,
  /** In some elements of arrays, or in none that has a value. */
  WITHIN,
  NOWHERE;

  static Passage of(FieldTest test, EventFields event, Steps steps) {
    Value first = event.first(test.field());
    if (first == null) {
      return test.acceptsAbsence() ? OUTSIDE : NOWHERE;
    }
    boolean isWithin = false;
    boolean mayBeAbsent = test.acceptsAbsence();
    for (Value value = first; value != null; value = value.next()) {
      if (!steps.suffice(test.cost(value))) {
        return NOWHERE;
      }
      boolean accepted = test.accepts(value);
      if (value.place() != EventFields.OUTSIDE) {
        isWithin |= accepted;
      } else if (accepted) {
        return OUTSIDE;
      } else {
        mayBeAbsent = false;
      }
    }
    return isWithin || mayBeAbsent ? WITHIN : NOWHERE;
  }
}
