package dev.runnel.engine.run;

import dev.runnel.engine.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What something that happened to a run changes in the lines where it has places.
 *
 * @param taken places at the end of their lines, in this order; one that the step had there before
 *     is given up for it
 * @param left places that it needs no more
 */
public record Placing(List<Place> taken, List<Place> left) {

  public static final Placing NONE = new Placing(List.of(), List.of());

  public Placing {
    taken = List.copyOf(taken);
    left = List.copyOf(left);
  }

  /** What changes when this decision is written. */
  public static Placing of(Run before, Decision decision) {
    List<Place> held = before.places();
    List<Place> wanted = decision.next().places();
    if (held.isEmpty() && wanted.isEmpty()) {
      return NONE;
    }
    Set<String> reopened = reopened(before, decision.next());
    return new Placing(
        wanted.stream().filter(it -> !held.contains(it) || reopened.contains(it.step())).toList(),
        held.stream().filter(it -> !wanted.contains(it)).toList());
  }

  /**
   * The steps that open again, and all that wait for these. Those go to the end too: in front of
   * others, they would hold up whom they wait for themselves.
   */
  private static Set<String> reopened(Run before, Run next) {
    var reopened = new HashSet<String>();
    for (Step step : next.plan().steps()) {
      boolean opens =
          before.progress(step.id()).state().isFinal()
              && !next.progress(step.id()).state().isFinal();
      if (opens || (!reopened.isEmpty() && step.waitsFor().anyMatch(reopened::contains))) {
        reopened.add(step.id());
      }
    }
    return reopened;
  }
}
