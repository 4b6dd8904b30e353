package dev.runnel.engine.advice;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.contract.manifest.Trigger;
import dev.runnel.engine.functions.PlacedFilter;
import dev.runnel.engine.match.satisfiability.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Triggers, and filters within them, that accept no event whatever it is. */
final class DeadFilters implements Advice {

  private static final String NEVER = "never accepts an event: ";
  private static final String EXPECTED = "filters that some event passes";

  @Override
  public List<Warning> warnings(Ensemble ensemble) {
    return ensemble.advised().flatMap(listener -> warnings(listener).stream()).toList();
  }

  /** The innermost filters that are dead, and the triggers that are so without any of these. */
  private static List<Warning> warnings(Listener listener) {
    var dead = new ArrayList<Warning>();
    List<PlacedFilter> inwards = PlacedFilter.of(listener.manifest());
    for (PlacedFilter placed : inwards.reversed()) {
      if (placed.positive() && !isWithin(placed.pointer(), dead)) {
        NormalForm.of(placed.filter())
            .contradiction()
            .ifPresent(why -> dead.add(listener.warning(placed.pointer(), NEVER + why, EXPECTED)));
      }
    }
    List<Trigger> triggers = listener.manifest().triggers();
    for (int i = 0; i < triggers.size(); i++) {
      String pointer = "/triggers/" + i;
      if (!isWithin(pointer, dead)) {
        whyDead(triggers.get(i), listener.forms().get(i))
            .ifPresent(why -> dead.add(listener.warning(pointer, NEVER + why, EXPECTED)));
      }
    }
    return dead;
  }

  private static boolean isWithin(String pointer, List<Warning> dead) {
    return dead.stream().anyMatch(one -> one.path().startsWith(pointer + "/"));
  }

  private static Optional<String> whyDead(Trigger trigger, NormalForm form) {
    return form.contradiction()
        .map(
            why ->
                Stream.of(new Filter.All(trigger.filters()))
                    .flatMap(all -> NormalForm.of(all).contradiction().stream())
                    .findFirst()
                    .orElse(
                        "lifecycle events, whose types begin with dev.runnel., reach only filters"
                            + " that name their type by exact or prefix"));
  }
}
