package dev.runnel.engine.plan;

import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.Fallback;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.Turn;
import dev.runnel.engine.match.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stop 5: in which order, with which fallbacks? One plan for all functions and chains that matched
 * and all that they need; what several need on the same data is one step. Next stop: {@link
 * dev.runnel.engine.run.Run}.
 */
public final class Planner {

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
      planner.because.put(match.manifest().name(), match.because());
      planner.turnsOf.put(match.manifest().name(), 1); // the goal's own, whichever comes first
    }
    for (Match match : matches) {
      planner.stepFor(Turn.onEvent(match.manifest().name()));
    }
    boolean fits = planner.steps.size() <= Plan.MAX_STEPS;
    return fits ? new Planning.Planned(new Plan(planner.steps)) : new Planning.TooLarge();
  }

  /** The id of the turn's step; what it needs is added before it. */
  private String stepFor(Turn turn) {
    String known = ids.get(turn);
    if (known != null) {
      return known;
    }
    Manifest manifest = functions.manifest(turn.name());
    String after = turn.after() == null ? null : stepFor(turn.after());
    var needs = new HashMap<String, String>();
    if (steps.size() <= Plan.MAX_STEPS) {
      for (Turn need : turn.needs(manifest)) {
        needs.put(need.name(), stepFor(need));
      }
    }
    String id = isGoal(turn) ? turn.name() : nextId(turn.name());
    ids.put(turn, id);
    steps.add(new Step(id, reason(turn), needs, turn.with(), after, choices(manifest, functions)));
    return id;
  }

  private String nextId(String function) {
    int turn = turnsOf.merge(function, 1, Integer::sum);
    return Step.id(function, turn);
  }

  /** Only the turn on the event itself is the goal; the same function on other data is a need. */
  private boolean isGoal(Turn turn) {
    return turn.isOnEvent() && because.containsKey(turn.name());
  }

  private @Nullable String reason(Turn turn) {
    return isGoal(turn) ? because.get(turn.name()) : null;
  }

  /** What may be tried for a turn of this function or chain, in order. */
  static List<Choice> choices(Manifest manifest, FunctionSet functions) {
    var choices = new ArrayList<Choice>();
    choices.add(
        switch (manifest) {
          case FunctionManifest function -> call(function, functions);
          case ChainManifest chain -> new Choice.Joined(chain);
        });
    for (Fallback fallback : manifest.fallback()) {
      choices.add(
          switch (fallback) {
            case Fallback.ToFunction(String name) -> call(functions.function(name), functions);
            case Fallback.ToValue(var value) -> new Choice.Constant(value);
          });
    }
    return choices;
  }

  private static Choice.Call call(FunctionManifest function, FunctionSet functions) {
    String undo = function.compensate();
    return new Choice.Call(function, undo == null ? null : functions.function(undo));
  }
}
