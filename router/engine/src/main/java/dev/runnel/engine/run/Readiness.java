package dev.runnel.engine.run;

import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;

/** What a pending step can do, seen from its choice and from the steps that it needs. */
enum Readiness {
  /** Something that it needs is not over. */
  WAITS,
  /** It can be called. */
  READY,
  /** Nothing is to be called: a constant, or what others have done, is its outcome. */
  GIVEN,
  /** Something that it needs has no outcome, and what has its turn cannot do without. */
  LACKS;

  static Readiness of(Step step, Run run) {
    return switch (run.choice(step)) {
      case Choice.Constant constant -> GIVEN;
      case Choice.Joined(var chain) ->
          switch (Tally.of(step, chain, run)) {
            case Tally.Open open -> WAITS;
            case Tally.Enough enough -> GIVEN;
            case Tally.TooFew tooFew -> LACKS;
          };
      case Choice.Call call -> ofCall(step, run);
    };
  }

  /**
   * A fallback is called whatever its step's needs came to; results that are missing are absent. A
   * chain's fallback has no use for the members.
   */
  private static Readiness ofCall(Step step, Run run) {
    if (!step.isChain() && !isOver(step, run)) {
      return WAITS;
    }
    boolean lacks = run.progress(step.id()).choice() == 0 && Lack.of(step, run).isPresent();
    return lacks ? LACKS : READY;
  }

  private static boolean isOver(Step step, Run run) {
    for (String need : step.needs().values()) {
      if (!run.progress(need).state().isFinal()) {
        return false;
      }
    }
    return step.after() == null || run.progress(step.after()).state().isFinal();
  }
}
