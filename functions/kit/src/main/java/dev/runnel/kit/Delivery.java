package dev.runnel.kit;

import dev.runnel.contract.Problem;

/** What came of posting events to the sink. */
sealed interface Delivery {

  /** The sink has acknowledged every event. */
  record Taken() implements Delivery {}

  /** At least one event was not acknowledged, and why; those before it may have been. */
  record Refused(Problem problem) implements Delivery {}
}
