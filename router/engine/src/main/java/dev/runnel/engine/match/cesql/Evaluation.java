package dev.runnel.engine.match.cesql;

import java.util.List;

/**
 * What an expression says of an event: a value and errors, as the specification wants it.
 *
 * @param value a {@link Boolean}, an {@link Integer} or a {@link String}
 * @param errors in the order in which they arose
 * @param decidedBy the smallest part of the expression that made the value what it is
 */
public record Evaluation(Object value, List<EvaluationError> errors, DecidingPart decidedBy) {

  public Evaluation {
    errors = List.copyOf(errors);
  }

  /** Whether an event that is evaluated so passes a filter. */
  public boolean isAccepted() {
    return value.equals(true) && errors.isEmpty();
  }
}
