package dev.runnel.engine.run;

/** Where a step stands. */
public enum StepState {
  /** Not called yet: it waits for what it needs, or its call is about to be made. */
  PENDING,
  /** A call is going on. */
  RUNNING,
  /** It is tried again later. */
  WAITING,
  /** It has an outcome. */
  SUCCEEDED,
  /** It has none, and nothing is left to try. */
  FAILED,
  /** Its function was never called, since something that it needs has no outcome. */
  SKIPPED,
  /** The run was cancelled before it had an outcome. */
  CANCELLED,
  /** It had an outcome, and what it did was undone. */
  COMPENSATED;

  public boolean isFinal() {
    return switch (this) {
      case PENDING, RUNNING, WAITING -> false;
      case SUCCEEDED, FAILED, SKIPPED, CANCELLED, COMPENSATED -> true;
    };
  }
}
