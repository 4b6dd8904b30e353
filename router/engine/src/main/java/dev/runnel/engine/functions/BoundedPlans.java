package dev.runnel.engine.functions;

import dev.runnel.contract.manifest.ManifestError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A function or chain, with all it needs, is a plan of limited depth and size. Only the first one
 * of a line of dependents that exceeds a limit is reported: the others exceed it because of it.
 */
final class BoundedPlans implements Check {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_STEPS = 256;

  @Override
  public List<ManifestError> errors(Candidates candidates) {
    List<ManifestError> errors = new ArrayList<>();
    Set<String> exceeding = new HashSet<>();
    for (Candidate candidate : DependencyOrder.of(candidates)) {
      boolean becauseOfAnother = candidate.needs().keySet().stream().anyMatch(exceeding::contains);
      List<ManifestError> found =
          becauseOfAnother ? List.of() : errors(candidate, candidates.byName());
      if (becauseOfAnother || !found.isEmpty()) {
        exceeding.add(candidate.name());
      }
      errors.addAll(found);
    }
    return errors;
  }

  private static List<ManifestError> errors(
      Candidate candidate, SortedMap<String, Candidate> byName) {
    var plan = new Plan(byName);
    int depth = plan.depth(Turn.onEvent(candidate.name()));
    List<ManifestError> errors = new ArrayList<>();
    if (depth > MAX_DEPTH) {
      errors.add(
          candidate.error(
              candidate.needsPointer(),
              depth + " functions that need one another, one by one",
              "at most " + MAX_DEPTH));
    }
    if (plan.isFull()) {
      errors.add(
          candidate.error(
              candidate.needsPointer(),
              "more than %d steps with all that the %s needs"
                  .formatted(MAX_STEPS, candidate.kind()),
              "at most " + MAX_STEPS));
    }
    return errors;
  }

  /** The turns that one function or chain needs, as far as they are looked at. */
  private static final class Plan {

    private final SortedMap<String, Candidate> byName;
    private final Map<Turn, Integer> depths = new HashMap<>();

    Plan(SortedMap<String, Candidate> byName) {
      this.byName = byName;
    }

    boolean isFull() {
      return depths.size() > MAX_STEPS;
    }

    /**
     * How many functions, at most, are called one after the other until the turn is over. Counted
     * before what it needs is looked at, so that the limit of steps also bounds the recursion.
     */
    int depth(Turn turn) {
      Integer known = depths.putIfAbsent(turn, 0);
      Candidate candidate = byName.get(turn.name());
      if (known != null || candidate == null) {
        return known == null ? 0 : known;
      }
      int needed = turn.after() == null ? 0 : depth(turn.after());
      for (Turn need : turn.needs(candidate.manifest())) {
        if (isFull()) {
          break;
        }
        needed = Math.max(needed, depth(need));
      }
      int depth = candidate.isChain() ? needed : needed + 1;
      depths.put(turn, depth);
      return depth;
    }
  }
}
