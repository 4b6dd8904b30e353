package dev.runnel.simulation;

import dev.runnel.engine.run.Fact;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Claim;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Routers;
import dev.runnel.journal.Sequel;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Faults of those who go on with what has failed. */
final class RedriveBugs {

  private RedriveBugs() {}

  /** Whoever redrives does not see what has succeeded. */
  static Routers forgettingOutcomes(Routers sound) {
    return reading(
        sound,
        event ->
            event instanceof RunEvent.StepSucceeded(var at, String step, var outcome, var via)
                ? new RunEvent.Unpaused(at, step)
                : event);
  }

  /** Whoever redrives does not see that a function may have run. */
  static Routers forgettingDoubt(Routers sound) {
    return reading(
        sound,
        event ->
            event instanceof RunEvent.OutcomeUnknown(var at, String step, var problem)
                ? new RunEvent.StepFailed(at, step, problem)
                : event);
  }

  /** Whoever redrives does not see what was undone, nor that this was tried. */
  static Routers forgettingWhatWasUndone(Routers sound) {
    return readingAll(
        sound,
        events -> {
          Set<String> done = new HashSet<>();
          List<RunEvent> seen = new ArrayList<>();
          for (RunEvent event : events) {
            seen.add(isUndoing(event, done) ? new Fact.TimerFired(event.at(), null) : event);
            if (event instanceof RunEvent.StepSucceeded succeeded) {
              done.add(succeeded.step());
            }
          }
          return seen;
        });
  }

  private static boolean isUndoing(RunEvent event, Set<String> done) {
    return (event instanceof Fact.AttemptStarted started && done.contains(started.step()))
        || (event instanceof Fact.Answer answer && done.contains(answer.step()))
        || (event instanceof RunEvent.RetryPlanned planned && done.contains(planned.step()))
        || (event instanceof Fact.TimerFired(var at, var step)
            && step != null
            && done.contains(step))
        || event instanceof RunEvent.Compensated;
  }

  /** A run that has ended once is nobody's to take up. */
  static Routers losingReopenedRuns(Routers sound) {
    Set<String> reopened = new HashSet<>();
    return new MutatedRouters(sound) {
      @Override
      public Uni<Claim> claim(Membership member, int limit) {
        return sound
            .claim(member, limit)
            .map(claim -> new Claim(claim.epoch(), others(claim.runs()), claim.again()));
      }

      @Override
      public Uni<List<String>> owned(Membership member, String after, int limit) {
        return sound.owned(member, after, limit).map(this::others);
      }

      private List<String> others(List<String> runs) {
        return runs.stream().filter(run -> !reopened.contains(run)).toList();
      }

      @Override
      public Journal journal(Membership member) {
        return new MutatedJournal(sound.journal(member)) {
          @Override
          public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
            return sound
                .append(sequel, children)
                .invoke(
                    () -> {
                      if (sequel.events().getFirst() instanceof Fact.Redriven) {
                        reopened.add(sequel.run());
                      }
                    });
          }
        };
      }
    };
  }

  private static Routers reading(Routers sound, UnaryOperator<RunEvent> change) {
    return readingAll(sound, events -> events.stream().map(change).toList());
  }

  private static Routers readingAll(Routers sound, UnaryOperator<List<RunEvent>> change) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<RunEvent>> read(String run) {
                return sound.read(run).map(change);
              }
            });
  }
}
