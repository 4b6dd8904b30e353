package dev.runnel.kit;

import dev.runnel.contract.Problem;
import org.jspecify.annotations.Nullable;

/** What came of turning an event's data into a function's parameter. */
sealed interface ParameterReading {

  /** The parameter; null where the function takes none. */
  record Value(@Nullable Object value) implements ParameterReading {}

  /** The data does not fit, and why. */
  record Unreadable(Problem problem) implements ParameterReading {}
}
