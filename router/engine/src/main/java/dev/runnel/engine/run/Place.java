package dev.runnel.engine.run;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.engine.plan.Choice;
import dev.runnel.engine.plan.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step's place in a line: while it is not the first there, the line's function is not called. */
public record Place(Line line, String run, String step) {

  /** The step's place for a call of the function; null where no order is kept. */
  static @Nullable Place of(Run run, String step, FunctionManifest function) {
    Line line = Line.of(function, run.event());
    return line == null ? null : new Place(line, run.id(), step);
  }

  /**
   * All places that a run holds, in the plan's order: for every step that is not over, one in the
   * line of each function that it may call, its fallbacks' too; and one for what is being undone.
   */
  static List<Place> of(Run run) {
    if (run.ended() != null) {
      return List.of();
    }
    var places = new LinkedHashSet<Place>();
    for (Step step : run.plan().steps()) {
      if (!run.progress(step.id()).state().isFinal()) {
        addAll(places, step, run);
      }
    }
    if (run.isSettled()) {
      Compensation.nextStep(run).ifPresent(step -> add(places, run.place(step)));
    }
    return List.copyOf(places);
  }

  private static void addAll(Set<Place> places, Step step, Run run) {
    for (Choice choice : step.choices()) {
      switch (choice) {
        case Choice.Call call -> add(places, of(run, step.id(), call.function()));
        case Choice.Joined joined -> {}
        case Choice.Constant constant -> {}
      }
    }
  }

  private static void add(Set<Place> places, @Nullable Place place) {
    if (place != null) {
      places.add(place);
    }
  }
}
