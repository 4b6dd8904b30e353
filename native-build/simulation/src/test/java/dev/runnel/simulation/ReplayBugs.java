package dev.runnel.simulation;

import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.Failure.Certainty;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** Faults of a replay: what is read of a run that is taken up is not quite what was written. */
final class ReplayBugs {

  private ReplayBugs() {}

  /** A step's outcome is not remembered. */
  static Routers forgettingOutcomes(Routers sound) {
    return reading(
        sound,
        each(
            event ->
                event instanceof RunEvent.StepSucceeded(var at, String step, var _, var _)
                    ? new RunEvent.Unpaused(at, step)
                    : event));
  }

  /** That a step was undone is not remembered. */
  static Routers forgettingWhatWasUndone(Routers sound) {
    return reading(
        sound,
        each(
            event ->
                event instanceof RunEvent.Compensated(var at, String step)
                    ? new RunEvent.Unpaused(at, step)
                    : event));
  }

  /** The order in which steps have succeeded is not remembered. */
  static Routers forgettingTheOrder(Routers sound) {
    return reading(
        sound,
        events -> {
          List<RunEvent> successes =
              events.stream().filter(RunEvent.StepSucceeded.class::isInstance).toList();
          if (successes.size() < 2) {
            return events;
          }
          var reordered = new ArrayList<>(events);
          reordered.remove(successes.getFirst());
          reordered.add(reordered.indexOf(successes.getLast()) + 1, successes.getFirst());
          return reordered;
        });
  }

  /** Attempts that a router's end interrupted are not counted. */
  static Routers forgettingInterruptions(Routers sound) {
    return reading(
        sound,
        events -> {
          var interrupted = new HashSet<Integer>();
          for (RunEvent event : events) {
            if (event instanceof Fact.AttemptFailed failed
                && failed.failure().certainty() == Certainty.INTERRUPTED) {
              interrupted.add(failed.attempt());
            }
          }
          return each(event ->
                  event instanceof Fact.AttemptStarted(var at, String step, int attempt)
                          && interrupted.contains(attempt)
                      ? new RunEvent.Unpaused(at, step)
                      : event)
              .apply(events);
        });
  }

  /** Runs are left alone whose calls have no result. */
  static Routers skippingInterrupted(Routers sound) {
    return reading(
        sound,
        events -> {
          long begun = events.stream().filter(Fact.AttemptStarted.class::isInstance).count();
          long answered = events.stream().filter(Fact.Answer.class::isInstance).count();
          return begun > answered ? List.of() : events;
        });
  }

  /** That somebody wanted everything undone is not remembered. */
  static Routers forgettingTheWishToUndo(Routers sound) {
    return reading(
        sound,
        each(
            event ->
                event instanceof Fact.CancelRequested(var at, boolean compensate)
                    ? new Fact.CancelRequested(at, false)
                    : event));
  }

  private static UnaryOperator<List<RunEvent>> each(UnaryOperator<RunEvent> change) {
    return events -> events.stream().map(change).toList();
  }

  private static Routers reading(Routers sound, UnaryOperator<List<RunEvent>> change) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<List<RunEvent>>> read(List<String> runs) {
                return sound.read(runs).map(all -> all.stream().map(change).toList());
              }
            });
  }
}
