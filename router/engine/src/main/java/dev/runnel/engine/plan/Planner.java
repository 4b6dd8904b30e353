package dev.runnel.engine.plan;

import dev.runnel.contract.manifest.Dependency;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.match.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stop 5: in which order, with which fallbacks? One plan for all functions that matched and all
 * that they need; a function that several need on the same data is one step. Next stop: {@link
 * dev.runnel.engine.run.Run}.
 */
public final class Planner {

  private record Turn(String function, Map<String, String> with) {}

  private final FunctionSet functions;
  private final Map<String, String> because = new HashMap<>();
  private final Map<Turn, String> ids = new HashMap<>();
  private final Map<String, Integer> turnsOf = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  private Planner(FunctionSet functions) {
    this.functions = functions;
  }

  /**
   * Plans all matches together. The set has been checked: names are known, dependencies have no
   * cycle and are at most 32 deep.
   */
  public static Planning plan(List<Match> matches, FunctionSet functions) {
    var planner = new Planner(functions);
    for (Match match : matches) {
      planner.because.put(match.function().name(), match.because());
      planner.turnsOf.put(match.function().name(), 1); // the goal's own, whichever comes first
    }
    for (Match match : matches) {
      planner.stepFor(match.function().name(), Map.of());
    }
    boolean fits = planner.steps.size() <= Plan.MAX_STEPS;
    return fits ? new Planning.Planned(new Plan(planner.steps)) : new Planning.TooLarge();
  }

  /** The id of the step that runs the function on this data; what it needs is added before it. */
  private String stepFor(String name, Map<String, String> with) {
    var turn = new Turn(name, with);
    String known = ids.get(turn);
    if (known != null) {
      return known;
    }
    FunctionManifest function = functions.function(name);
    var needs = new HashMap<String, String>();
    if (steps.size() <= Plan.MAX_STEPS) {
      for (Dependency dependency : function.dependencies()) {
        needs.put(dependency.name(), stepFor(dependency.name(), dependency.with()));
      }
    }
    String id = isGoal(turn) ? name : nextId(name);
    ids.put(turn, id);
    steps.add(new Step(id, reason(turn), needs, with, choicesOf(function)));
    return id;
  }

  private String nextId(String function) {
    int turn = turnsOf.merge(function, 1, Integer::sum);
    return turn == 1 ? function : function + "." + turn;
  }

  /** Only the turn on the event itself is the goal; the same function on other data is a need. */
  private boolean isGoal(Turn turn) {
    return turn.with().isEmpty() && because.containsKey(turn.function());
  }

  private @Nullable String reason(Turn turn) {
    return isGoal(turn) ? because.get(turn.function()) : null;
  }

  private List<Choice> choicesOf(FunctionManifest function) {
    var choices = new ArrayList<Choice>();
    choices.add(call(function));
    for (Fallback fallback : function.fallback()) {
      choices.add(
          switch (fallback) {
            case Fallback.ToFunction(String name) -> call(functions.function(name));
            case Fallback.ToValue(var value) -> new Choice.Constant(value);
          });
    }
    return choices;
  }

  private Choice.Call call(FunctionManifest function) {
    String undo = function.compensate();
    return new Choice.Call(function, undo == null ? null : functions.function(undo));
  }
}
