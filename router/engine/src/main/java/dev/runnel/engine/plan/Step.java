package dev.runnel.engine.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One function's turn within a run, with all that may stand in for it.
 *
 * @param id unique in the plan: the function's name, with {@code .2}, {@code .3} … where the same
 *     function runs on different data
 * @param because why the event matched it, for a goal; null for a step that others need
 * @param needs the steps whose outcomes it waits for, by the dependency's name
 * @param with how its data is built from the event (field to JSON Pointer); empty: as it is
 * @param choices the function, then its fallbacks in order; never empty, the first is a call
 */
public record Step(
    String id,
    @Nullable String because,
    Map<String, String> needs,
    Map<String, String> with,
    List<Choice> choices) {

  public Step {
    needs = Map.copyOf(needs);
    with = Map.copyOf(with);
    choices = List.copyOf(choices);
  }

  /** Whether the event matched it: the run fails where it ends without an outcome. */
  public boolean isGoal() {
    return because != null;
  }

  /** The name of the function whose turn it is; its fallbacks' outcomes go by this name too. */
  public String function() {
    return ((Choice.Call) choices.getFirst()).function().name();
  }
}
