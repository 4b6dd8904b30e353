package dev.runnel.server.invoke;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventWithResults;
import dev.runnel.contract.Outcome;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Input;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Hops;
import dev.runnel.engine.run.Progress;
import dev.runnel.engine.run.Run;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The event that a function gets: the original one's attributes, Runnel's extensions, and the data
 * that its manifest asks for.
 */
public final class CallEvents {

  /** What undoes a step is another turn of it, whose outputs are other events. */
  private static final String UNDO = ".undo";

  /**
   * One call of a step's function.
   *
   * @param number from 1
   * @param epoch higher than what any call of this run said that another router made
   */
  public record Attempt(int number, Instant at, long epoch) {}

  private CallEvents() {}

  /** The event of the call that the step is at: doing it, or undoing it once it is done. */
  public static Event of(Run run, String id, Attempt attempt) {
    Step step = run.step(id);
    FunctionManifest function = run.called(id);
    Event event = eventOf(run, step);
    Progress progress = run.progress(id);
    Data data =
        progress.hasOutcome()
            ? CallData.undoing(event, valueOf(progress), run.reasonToUndo(id))
            : input(run, step, function, event);
    return event.with(data).with(extensions(run, step, function, attempt));
  }

  /** The event as the step sees it: within a chain, with the outcome of the step before it. */
  private static Event eventOf(Run run, Step step) {
    return step.after() == null
        ? CallData.eventOf(run.event(), step)
        : run.event().with(valueOf(run.progress(step.after())));
  }

  private static Data input(Run run, Step step, FunctionManifest function, Event event) {
    return switch (step.input(function)) {
      case Input.OfEvent ofEvent -> event.data();
      case Input.OutputOf(String dependency) -> valueOf(run, step, dependency);
      case Input.All all -> EventWithResults.data(event, results(run, step, function));
    };
  }

  private static Map<String, Data> results(Run run, Step step, FunctionManifest function) {
    var results = new TreeMap<String, Data>();
    for (var dependency : function.dependencies()) {
      String need = step.needs().get(dependency.name());
      if (need != null && run.progress(need).hasOutcome()) {
        results.put(dependency.name(), valueOf(run.progress(need)));
      }
    }
    return results;
  }

  private static Data valueOf(Run run, Step step, String dependency) {
    String need = step.needs().get(dependency);
    return need == null ? Data.NONE : valueOf(run.progress(need));
  }

  private static Data valueOf(Progress progress) {
    Outcome outcome = progress.outcome();
    return outcome == null ? Data.NONE : outcome.value();
  }

  private static Map<String, String> extensions(
      Run run, Step step, FunctionManifest function, Attempt attempt) {
    Instant timeout = attempt.at().plus(function.timeout());
    Instant deadline = timeout.isBefore(run.deadline()) ? timeout : run.deadline();
    String turn = run.progress(step.id()).hasOutcome() ? step.id() + UNDO : step.id();
    return Map.of(
        RunnelExtensions.RUN,
        run.id(),
        RunnelExtensions.STEP,
        turn,
        RunnelExtensions.ATTEMPT,
        Integer.toString(attempt.number()),
        RunnelExtensions.KEY,
        run.id() + "/" + step.id() + "/" + function.name(),
        RunnelExtensions.DEADLINE,
        deadline.toString(),
        RunnelExtensions.EPOCH,
        Long.toString(attempt.epoch()),
        RunnelExtensions.HOPS,
        Integer.toString(Hops.of(run.event())));
  }
}
