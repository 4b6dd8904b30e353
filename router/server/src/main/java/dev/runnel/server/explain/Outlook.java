package dev.runnel.server.explain;

import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Planner;
import dev.runnel.engine.plan.Planning;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Hops;
import dev.runnel.server.flow.Overreach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would run for an event.
 *
 * @param steps none where nothing matches, or there would be too many
 * @param problem why none of it is called, or null
 */
record Outlook(List<Step> steps, @Nullable Problem problem) {

  Outlook {
    steps = List.copyOf(steps);
  }

  /** The plan is made and not remembered. */
  static Outlook of(Present present) {
    if (present.matches().isEmpty()) {
      return new Outlook(List.of(), null);
    }
    return switch (Planner.plan(present.matches(), present.now().catalog().functions())) {
      case Planning.Planned(Plan plan) -> of(plan, present.event());
      case Planning.TooLarge _ ->
          new Outlook(List.of(), Overreach.ofSteps(present.matches().size()));
    };
  }

  static Outlook of(Plan plan, Event event) {
    return new Outlook(plan.steps(), Hops.of(event) < Hops.MAX ? null : Overreach.ofHops());
  }
}
