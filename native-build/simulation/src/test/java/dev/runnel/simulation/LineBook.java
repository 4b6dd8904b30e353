package dev.runnel.simulation;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.RunEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who comes after whom where a function keeps an order: runs stand in the order in which they were
 * committed, and steps that are opened again at the end.
 */
final class LineBook {

  private record Line(String function, String value) {}

  private record Place(RunLog run, String step) {

    /** Whether its function will not be called any more, as the journal has it. */
    boolean isLeft() {
      return run.ended() != null || run.step(step).standing != StepLog.Standing.OPEN;
    }
  }

  private final FunctionSet functions;
  private final Findings findings;
  private final Map<Line, SequencedSet<Place>> lines = new HashMap<>();

  LineBook(FunctionSet functions, Findings findings) {
    this.functions = functions;
    this.findings = findings;
  }

  /** The run is committed. */
  void began(RunLog run) {
    run.began().plan().steps().forEach(step -> standLast(run, step));
  }

  /** More of the run is committed. */
  void appended(RunLog run, List<RunEvent> events) {
    Set<String> opened = new HashSet<>();
    for (RunEvent event : events) {
      if (event instanceof Fact.Redriven redriven) {
        opened.add(redriven.step());
      } else if (event instanceof RunEvent.Reopened reopened) {
        opened.add(reopened.step());
      }
    }
    if (!opened.isEmpty()) {
      for (Step step : run.began().plan().steps()) {
        boolean waits = step.waitsFor().anyMatch(opened::contains);
        if (opened.contains(step.id()) || waits) {
          opened.add(step.id());
          standLast(run, step);
        }
      }
    }
  }

  /** Whoever owns the run makes a call. */
  void called(SeenCall call, RunLog run) {
    @Nullable Line line = line(call.function(), run);
    SequencedSet<Place> places = line == null ? null : lines.get(line);
    if (places == null || call.undoes()) {
      return;
    }
    while (!places.isEmpty() && places.getFirst().isLeft()) {
      places.removeFirst();
    }
    var caller = new Place(run, call.step());
    findings.unless(
        places.isEmpty() || places.getFirst().equals(caller),
        Check.ORDER_KEPT,
        "%s, where run %s comes first for %s",
        call,
        places.isEmpty() ? "nobody" : places.getFirst().run().id(),
        line);
  }

  private void standLast(RunLog run, Step step) {
    for (Choice choice : step.choices()) {
      if (choice instanceof Choice.Call(FunctionManifest function, var undoer)) {
        @Nullable Line line = line(function.name(), run);
        if (line != null) {
          lines
              .computeIfAbsent(line, _ -> new LinkedHashSet<>())
              .addLast(new Place(run, step.id()));
        }
      }
    }
  }

  private @Nullable Line line(String function, RunLog run) {
    String order = functions.function(function).order();
    String value = order == null ? null : run.began().event().attribute(order);
    return value == null ? null : new Line(function, value);
  }
}
