package dev.runnel.simulation;

import dev.runnel.engine.run.History;
import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterBrief;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.Sequel;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One life's journal, over a network and under the eyes of the ledger. */
record WatchedJournal(Journal store, Membership member, JournalLink link, Ledger ledger)
    implements Journal {

  @Override
  public Uni<List<Begin>> begin(List<NewRun> runs) {
    return link.ask(() -> store.begin(runs).invoke(begins -> ledger.began(member, runs, begins)));
  }

  @Override
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
    return link.ask(
        () ->
            store
                .append(sequel, children)
                .invoke(
                    begins ->
                        ledger.appended(member, sequel.run(), sequel.events(), children, begins)));
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> lines) {
    return link.ask(() -> store.heads(lines));
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return link.ask(() -> store.read(run).invoke(events -> ledger.asked(run, events.size())));
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> runs) {
    return link.ask(() -> store.read(runs));
  }

  @Override
  public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return link.ask(() -> store.descendants(roots));
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    throw new UnsupportedOperationException("nobody looks for runs here");
  }

  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    return link.ask(
        () -> store.read(ledger.runs()).map(all -> DeadLetterPage.of(letters(all, query), query)));
  }

  /** The journal in memory looks for them on threads of its own. */
  private static List<DeadLetterBrief> letters(List<List<RunEvent>> runs, DeadLetterQuery query) {
    return runs.stream()
        .filter(events -> !events.isEmpty())
        .flatMap(events -> letters(events).stream())
        .filter(query::fits)
        .sorted(Comparator.comparing((DeadLetterBrief brief) -> brief.letter().at()).reversed())
        .toList();
  }

  private static List<DeadLetterBrief> letters(List<RunEvent> events) {
    return DeadLetterBrief.of((RunEvent.Began) events.getFirst(), History.of(events));
  }

  @Override
  public Uni<List<String>> rebuildDeadLetters() {
    throw new UnsupportedOperationException("nobody rebuilds anything here");
  }
}
