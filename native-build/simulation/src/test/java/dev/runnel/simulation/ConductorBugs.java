package dev.runnel.simulation;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Routers;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Faults of those who write to the journal. */
final class ConductorBugs {

  private ConductorBugs() {}

  /** New runs go on, and senders are told so, before they are written. */
  static Routers beginningBeforeTheCommit(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> begin(List<NewRun> runs) {
                sound.begin(runs).subscribe().with(_ -> {}, _ -> {});
                return Uni.createFrom().item(written(runs));
              }
            });
  }

  /** What follows from an event of a run is done before that is written. */
  static Routers goingOnBeforeTheCommit(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> append(
                  String run, int written, List<RunEvent> events, List<NewRun> children) {
                sound.append(run, written, events, children).subscribe().with(_ -> {}, _ -> {});
                return Uni.createFrom().item(written(children));
              }
            });
  }

  /** Where it is not known whether new runs are written, they are taken to be. */
  static Routers takingSilenceForConsent(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> begin(List<NewRun> runs) {
                return sound
                    .begin(runs)
                    .onFailure(JournalUnavailable.class)
                    .recoverWithItem(() -> written(runs));
              }
            });
  }

  /** The runs that outputs start are written after the outputs. */
  static Routers writingChildrenApart(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> append(
                  String run, int written, List<RunEvent> events, List<NewRun> children) {
                return sound
                    .append(run, written, events, List.of())
                    .chain(none -> children.isEmpty() ? item(none) : sound.begin(children));
              }

              private static Uni<List<Journal.Begin>> item(List<Journal.Begin> none) {
                return Uni.createFrom().item(none);
              }
            });
  }

  /** Nobody looks for runs that were given up. */
  static Routers losingWhatWasGivenUp(Routers sound) {
    return new MutatedRouters(sound) {
      @Override
      public Uni<List<String>> owned(Membership member, String after, int limit) {
        return Uni.createFrom().item(List.of());
      }
    };
  }

  /** That a run's end is written is told to nobody. */
  static Routers keepingWhatIsOver(Routers sound) {
    return MutatedJournal.each(
        sound,
        journal ->
            new MutatedJournal(journal) {
              @Override
              public Uni<List<Begin>> append(
                  String run, int written, List<RunEvent> events, List<NewRun> children) {
                Uni<List<Begin>> answer = sound.append(run, written, events, children);
                return events.getLast() instanceof RunEvent.Ended
                    ? answer.chain(() -> Uni.createFrom().nothing())
                    : answer;
              }
            });
  }
}
