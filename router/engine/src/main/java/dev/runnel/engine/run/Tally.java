package dev.runnel.engine.run;

import dev.runnel.contract.Data;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.contract.manifest.ChainManifest;
import dev.runnel.contract.manifest.ChainManifest.Aggregate;
import dev.runnel.engine.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** How far the members of a chain have come, all together. */
sealed interface Tally {

  /** It depends on members that are not over. */
  record Open() implements Tally {}

  /** The chain's outcome can be made of these members' values, in the order of the chain. */
  record Enough(SequencedMap<String, Data> values) implements Tally {}

  /** It cannot be made, whatever becomes of members that are not over. */
  record TooFew(Problem problem) implements Tally {}

  static Tally of(Step step, ChainManifest chain, Run run) {
    var succeeded = new ArrayList<String>();
    var lost = new ArrayList<String>();
    for (String member : chain.functions()) {
      Progress at = at(step, member, run);
      if (at.hasOutcome()) {
        succeeded.add(member);
      } else if (at.state().isFinal()) {
        lost.add(member);
      }
    }
    int open = chain.functions().size() - succeeded.size() - lost.size();
    int least = least(chain);
    if (succeeded.size() >= least) {
      return enough(step, counted(chain, succeeded), run);
    }
    boolean isOver = endsEarly(chain) ? succeeded.size() + open < least : open == 0;
    return isOver ? new TooFew(whatIsMissing(chain, lost)) : new Open();
  }

  /** How many members must have an outcome. */
  private static int least(ChainManifest chain) {
    return switch (chain.aggregate()) {
      case Aggregate.First first -> 1;
      case Aggregate.Quorum(int successes) -> successes;
      case Aggregate.Last _, Aggregate.All _, Aggregate.Merge _ -> chain.functions().size();
    };
  }

  /** Whether the chain does not wait for members that can change nothing any more. */
  private static boolean endsEarly(ChainManifest chain) {
    return switch (chain.aggregate()) {
      case Aggregate.First _, Aggregate.Quorum _ -> true;
      case Aggregate.Last _, Aggregate.All _, Aggregate.Merge _ -> false;
    };
  }

  /** Of outcomes at the same instant, the first is the one that is listed first. */
  private static List<String> counted(ChainManifest chain, List<String> succeeded) {
    return switch (chain.aggregate()) {
      case Aggregate.Last last -> List.of(succeeded.getLast());
      case Aggregate.First first -> List.of(succeeded.getFirst());
      case Aggregate.All _, Aggregate.Quorum _, Aggregate.Merge _ -> succeeded;
    };
  }

  private static Problem whatIsMissing(ChainManifest chain, List<String> lost) {
    return switch (chain.aggregate()) {
      case Aggregate.Last last -> Lack.noOutcomeOf(lost.subList(0, 1));
      case Aggregate.All _, Aggregate.First _, Aggregate.Merge _ -> Lack.noOutcomeOf(lost);
      case Aggregate.Quorum(int successes) ->
          Problem.of(
              ProblemType.DEPENDENCY_FAILED,
              "No outcome of %s, and %d of %d members must have one"
                  .formatted(String.join(", ", lost), successes, chain.functions().size()));
    };
  }

  private static Progress at(Step step, String member, Run run) {
    String id = step.needs().get(member);
    if (id == null) {
      throw new IllegalArgumentException(step.id() + " has no member " + member);
    }
    return run.progress(id);
  }

  private static Tally enough(Step step, List<String> members, Run run) {
    var values = new LinkedHashMap<String, Data>();
    for (String member : members) {
      Outcome outcome = at(step, member, run).outcome();
      values.put(member, outcome == null ? Data.NONE : outcome.value());
    }
    return new Enough(values);
  }
}
