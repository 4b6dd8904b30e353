package dev.runnel.server.runs;

import dev.runnel.contract.Problem;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.RunEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One call of a step, as its run's events tell it.
 *
 * @param ended null while it goes on, and for ever when its result was not wanted any more
 * @param problem why it gave no outcome; null if it did, or goes on
 */
record Attempt(int number, Instant started, @Nullable Instant ended, @Nullable Problem problem) {

  String state() {
    if (problem != null) {
      return "failed";
    }
    return ended == null ? "running" : "succeeded";
  }

  /** The attempts of each step, in order. A call that a guard refused was none. */
  static Map<String, List<Attempt>> byStep(List<RunEvent> events) {
    var attempts = new TreeMap<String, List<Attempt>>();
    for (RunEvent event : events) {
      switch (event) {
        case Fact.AttemptStarted(Instant at, String step, int number) ->
            of(step, attempts).add(new Attempt(number, at, null, null));
        case Fact.AttemptSucceeded(Instant at, String step, int number, var outcome) ->
            end(of(step, attempts), at, null);
        case Fact.AttemptFailed(Instant at, String step, int number, var failure) ->
            end(of(step, attempts), at, failure.problem());
        case Fact.AttemptRefused refused -> of(refused.step(), attempts).removeLast();
        default -> {}
      }
    }
    return attempts;
  }

  private static List<Attempt> of(String step, Map<String, List<Attempt>> attempts) {
    return attempts.computeIfAbsent(step, any -> new ArrayList<>());
  }

  private static void end(List<Attempt> attempts, Instant at, @Nullable Problem problem) {
    Attempt last = attempts.removeLast();
    attempts.add(new Attempt(last.number, last.started, at, problem));
  }
}
