package dev.runnel.server.flow;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.run.Hops;

/** Why an event that functions want starts nothing: it asks for more than a run may do. */
public final class Overreach {

  private Overreach() {}

  /** It has come through as many runs as may be. */
  public static Problem ofHops() {
    String detail =
        "The event has come through "
            + Hops.MAX
            + " runs, one started by the other, and starts no more: look for functions that answer"
            + " with what starts them";
    return Problem.of(ProblemType.LOOP, detail);
  }

  /** Its plan would have too many steps. */
  public static Problem ofSteps(int matches) {
    String detail =
        "The event matches "
            + matches
            + " functions; with what they need that is more than "
            + Plan.MAX_STEPS
            + " steps. Narrow their filters.";
    return Problem.of(ProblemType.PLAN_TOO_LARGE, detail);
  }
}
