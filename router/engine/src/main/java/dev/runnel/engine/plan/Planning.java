package dev.runnel.engine.plan;

/** What came of planning. */
public sealed interface Planning {

  /** A plan that can run. */
  record Planned(Plan plan) implements Planning {}

  /** The event needs more than {@link Plan#MAX_STEPS} steps. */
  record TooLarge() implements Planning {}
}
