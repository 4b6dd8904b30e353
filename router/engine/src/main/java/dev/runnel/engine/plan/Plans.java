package dev.runnel.engine.plan;

import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.match.Match;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plans of one set of functions. Events that match the same functions for the same reasons have
 * the same plan: it is made by the {@link Planner} once, and their runs share it. Safe for any
 * thread.
 */
public final class Plans {

  /** Plans that are remembered; when there are more, all are made anew. */
  private static final int MOST = 1_000;

  private final FunctionSet functions;
  private final Map<List<Match>, Planning> known = new ConcurrentHashMap<>();

  public Plans(FunctionSet functions) {
    this.functions = functions;
  }

  /** The plan for all matches together. */
  public Planning of(List<Match> matches) {
    Planning planning = known.get(matches);
    if (planning == null) {
      planning = Planner.plan(matches, functions);
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(matches, planning);
    }
    return planning;
  }
}
