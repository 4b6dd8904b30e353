package dev.runnel.simulation;

import dev.runnel.engine.run.History;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Faults of those who forget what is old. */
final class RetentionBugs {

  private static final Duration OLD = Duration.ofSeconds(15);

  private RetentionBugs() {}

  /** A run is forgotten when it is old, over or not. */
  static Routers forgettingOpenRuns(Routers sound, VirtualTime time) {
    return forgetting(sound, events -> isOld(events.getFirst(), time.instant()));
  }

  /** A run is forgotten when it has been over for long, whatever is left to do about it. */
  static Routers forgettingDeadLetters(Routers sound, VirtualTime time) {
    return forgetting(
        sound,
        events ->
            events.getLast() instanceof RunEvent.Ended
                && isOld(events.getLast(), time.instant())
                && !History.of(events).deadLetters().isEmpty());
  }

  private static boolean isOld(RunEvent event, Instant now) {
    return event.at().isBefore(now.minus(OLD));
  }

  private static Routers forgetting(Routers sound, Predicate<List<RunEvent>> isForgotten) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<RunEvent>> read(String run) {
                return sound.read(run).map(this::known);
              }

              @Override
              public Uni<List<List<RunEvent>>> read(List<String> runs) {
                return sound.read(runs).map(all -> all.stream().map(this::known).toList());
              }

              private List<RunEvent> known(List<RunEvent> events) {
                return events.isEmpty() || isForgotten.test(events) ? List.of() : events;
              }
            });
  }
}
