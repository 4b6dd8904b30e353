package dev.runnel.engine.run;

/** Where a run stands. */
public enum RunState {
  /** A step is being called, or is about to be. */
  RUNNING,
  /** Nothing can go on before a timer, a pause, or a call's turn. */
  WAITING,
  /** Every goal has an outcome, its own or a fallback's. */
  SUCCEEDED,
  /** At least one goal has none. */
  FAILED,
  /** Somebody ended it. */
  CANCELLED;

  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
