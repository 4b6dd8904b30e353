package dev.runnel.engine.run;

import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;

/** What a pending step can do, seen from its choice and from the steps that it needs. */
enum Readiness {
  /** Something that it needs is not over. */
  WAITS,
  /** It can be called. */
  READY,
  /** Nothing is to be called: the constant whose turn it is is its outcome. */
  GIVEN,
  /** Something that it needs has no outcome, and the function itself cannot do without. */
  LACKS;

  /**
   * A fallback is called whatever its step's needs came to; results that are missing are absent.
   */
  static Readiness of(Step step, Run run) {
    if (run.choice(step) instanceof Choice.Constant) {
      return GIVEN;
    }
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
