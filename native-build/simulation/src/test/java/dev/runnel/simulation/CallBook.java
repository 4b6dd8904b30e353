package dev.runnel.simulation;

import dev.runnel.engine.run.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which calls were made, which ran, and what was answered: as the functions tell it. */
final class CallBook {

  private record Attempt(String run, String step, int number) {}

  private final Map<String, Integer> made = new HashMap<>();
  private final Map<String, Integer> ran = new HashMap<>();
  private final Map<Attempt, Set<String>> answers = new HashMap<>();
  private final Set<String> answeredSteps = new HashSet<>();

  /**
   * A call is made.
   *
   * @return how many of its turn were made, this one included
   */
  int made(SeenCall call) {
    return made.merge(call.turn(), 1, Integer::sum);
  }

  /**
   * A function runs.
   *
   * @return how often it did in this turn
   */
  int ran(SeenCall call) {
    return ran.merge(call.turn(), 1, Integer::sum);
  }

  /** The function has answered well, and the answer is on its way. */
  void answered(SeenCall call) {
    answers
        .computeIfAbsent(new Attempt(call.run(), call.step(), call.attempt()), _ -> new HashSet<>())
        .add(call.answer());
    if (!call.undoes()) {
      answeredSteps.add(call.run() + "/" + call.step());
    }
  }

  /** Whether a function has answered so to this very attempt. */
  boolean hasAnswered(String run, Fact.AttemptSucceeded attempt) {
    var key = new Attempt(run, attempt.step(), attempt.attempt());
    return answers.getOrDefault(key, Set.of()).contains(attempt.outcome().value().text());
  }

  /** Whether some call of the step was answered well. */
  boolean hasAnswered(String run, String step) {
    return answeredSteps.contains(run + "/" + step);
  }
}
