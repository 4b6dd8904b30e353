package dev.runnel.engine.run;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.FunctionManifest;
import org.jspecify.annotations.Nullable;

/**
 * Where calls of a function wait for one another: all whose event has the same value of the
 * attribute that the function is ordered by.
 */
public record Line(String function, String value) {

  /** The line of the function's call on an event; null where no order is kept. */
  static @Nullable Line of(FunctionManifest function, Event event) {
    String value = function.order() == null ? null : event.attribute(function.order());
    return value == null ? null : new Line(function.name(), value);
  }
}
