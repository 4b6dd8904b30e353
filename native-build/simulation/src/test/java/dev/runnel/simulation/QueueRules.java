package dev.runnel.simulation;

import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.plan.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * In which order calls leave the queue of a function that all want, where nothing but the queue
 * delays them: the most urgent first, and ten seconds of waiting are worth one level of urgency.
 */
final class QueueRules {

  /** The function that takes one call at a time. */
  private static final String WANTED = "desk";

  private static final Duration LEVEL = Duration.ofSeconds(10);

  /** From the commit to the queue. */
  private static final Duration WAY = Duration.ofMillis(100);

  private final VirtualTime time;
  private final FunctionSet functions;
  private final Findings findings;

  /** When each would have come if it were not urgent at all. */
  private final Map<String, Duration> waiting = new LinkedHashMap<>();

  private boolean fair;

  QueueRules(VirtualTime time, FunctionSet functions, Findings findings) {
    this.time = time;
    this.functions = functions;
    this.findings = findings;
  }

  /** From now on nothing but the queue delays calls, and there is one queue. */
  void begin() {
    fair = true;
  }

  /** The run is committed. */
  void began(RunLog run) {
    for (Step goal : run.began().plan().goals()) {
      if (fair && goal.needs().containsKey(WANTED)) {
        int priority = functions.function(goal.function()).priority();
        waiting.put(run.id(), time.passed().minus(LEVEL.multipliedBy(priority)));
      }
    }
  }

  /** Somebody wants the run to end. */
  void cancelling(String run) {
    waiting.remove(run);
  }

  /** A call is made. */
  void called(SeenCall call) {
    Duration came = call.function().equals(WANTED) ? waiting.remove(call.run()) : null;
    if (came != null) {
      waiting.forEach(
          (run, before) ->
              findings.unless(
                  came.compareTo(before.plus(WAY)) <= 0,
                  Check.NOBODY_STARVES,
                  "%s, which has overtaken run %s by %s",
                  call,
                  run,
                  came.minus(before)));
    }
  }
}
