package dev.runnel.server.runs;

import dev.runnel.contract.Event;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.RunBrief;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a run.
 *
 * @param byStep the events that its steps put out
 * @param runs the runs that those started, by the id of the event
 * @param lifecycle the runs that started because Runnel told of this one, the oldest first
 */
record Offshoots(
    Map<String, List<Event>> byStep, Map<String, String> runs, List<RunBrief> lifecycle) {

  /**
   * What came out.
   *
   * @param events all of the run, so far
   * @param children the runs whose parent it is
   */
  static Offshoots of(List<RunEvent> events, List<RunBrief> children) {
    var runs = new HashMap<String, String>();
    var lifecycle = new ArrayList<RunBrief>();
    for (RunBrief child : children) {
      Lineage.Parent parent = child.lineage().parent();
      if (parent == null || parent.step() == null) {
        lifecycle.add(child);
      } else {
        runs.put(child.event().id(), child.id());
      }
    }
    lifecycle.sort(Comparator.comparing(RunBrief::began).thenComparing(RunBrief::id));
    return new Offshoots(outputs(events), runs, lifecycle);
  }

  /** What the step put out, in order. */
  List<Event> outputs(String step) {
    return byStep.getOrDefault(step, List.of());
  }

  /** The run that the output started; null where nobody wanted it, or the run was forgotten. */
  @Nullable String startedBy(Event output) {
    return runs.get(output.id());
  }

  private static Map<String, List<Event>> outputs(List<RunEvent> events) {
    var outputs = new HashMap<String, List<Event>>();
    for (RunEvent event : events) {
      if (event instanceof Fact.AttemptSucceeded answer) {
        outputs
            .computeIfAbsent(answer.step(), _ -> new ArrayList<>())
            .addAll(answer.outcome().outputs());
      }
    }
    return outputs;
  }
}
