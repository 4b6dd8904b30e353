package dev.runnel.engine.run;

import dev.runnel.engine.plan.Step;

/** Whether a pending step can be called, seen from the steps that it needs. */
enum Readiness {
  /** Something that it needs is not over. */
  WAITS,
  /** It can be called. */
  READY,
  /** Something that it needs has no outcome, and the function itself cannot do without. */
  LACKS;

  /**
   * A fallback is called whatever its step's needs came to; results that are missing are absent.
   */
  static Readiness of(Step step, Run run) {
    boolean lacks = false;
    for (String need : step.needs().values()) {
      Progress at = run.progress(need);
      if (!at.state().isFinal()) {
        return WAITS;
      }
      lacks |= !at.hasOutcome();
    }
    return lacks && run.progress(step.id()).choice() == 0 ? LACKS : READY;
  }
}
