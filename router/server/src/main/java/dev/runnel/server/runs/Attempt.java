package dev.runnel.server.runs;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
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
 * @param ended null while it goes on
 * @param problem why it gave no outcome; null if it did, or goes on
 */
record Attempt(int number, Instant started, @Nullable Instant ended, @Nullable Problem problem) {

  private static final Problem CANCELLED =
      Problem.of(
          ProblemType.CANCELLED, "The call was given up, since nobody waited for it any more");

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
      if (event instanceof Fact fact) {
        follow(fact, attempts);
      } else if (event instanceof RunEvent.StepFailed(Instant at, String step, Problem why)) {
        giveUp(of(step, attempts), at, why);
      } else if (event instanceof RunEvent.OutcomeUnknown(Instant at, String step, Problem why)) {
        giveUp(of(step, attempts), at, why);
      } else if (event instanceof RunEvent.StepCancelled(Instant at, String step)) {
        giveUp(of(step, attempts), at, CANCELLED);
      }
    }
    return attempts;
  }

  private static void follow(Fact fact, Map<String, List<Attempt>> attempts) {
    switch (fact) {
      case Fact.AttemptStarted(Instant at, String step, int number) ->
          of(step, attempts).add(new Attempt(number, at, null, null));
      case Fact.AttemptSucceeded(Instant at, String step, int number, var outcome) ->
          end(of(step, attempts), at, null);
      case Fact.AttemptFailed(Instant at, String step, int number, var failure) ->
          end(of(step, attempts), at, failure.problem());
      case Fact.AttemptRefused refused -> of(refused.step(), attempts).removeLast();
      case Fact.TimerFired timer -> {}
      case Fact.CancelRequested cancel -> {}
      case Fact.Redriven redriven -> {}
      case Fact.Discarded discarded -> {}
    }
  }

  private static List<Attempt> of(String step, Map<String, List<Attempt>> attempts) {
    return attempts.computeIfAbsent(step, any -> new ArrayList<>());
  }

  /** A call that was going on when its step was ended: its result is not wanted any more. */
  private static void giveUp(List<Attempt> attempts, Instant at, Problem why) {
    if (!attempts.isEmpty() && attempts.getLast().ended == null) {
      end(attempts, at, why);
    }
  }

  private static void end(List<Attempt> attempts, Instant at, @Nullable Problem problem) {
    Attempt last = attempts.removeLast();
    attempts.add(new Attempt(last.number, last.started, at, problem));
  }
}
