package dev.runnel.simulation;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.Journal;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** One life's journal, over a network and under the eyes of the ledger. */
record WatchedJournal(Journal store, Membership member, JournalLink link, Ledger ledger)
    implements Journal {

  @Override
  public Uni<List<Begin>> begin(List<NewRun> runs) {
    return link.ask(() -> store.begin(runs).invoke(begins -> ledger.began(member, runs, begins)));
  }

  @Override
  public Uni<List<Begin>> append(
      String run, int written, List<RunEvent> events, List<NewRun> children) {
    return link.ask(
        () ->
            store
                .append(run, written, events, children)
                .invoke(begins -> ledger.appended(member, run, events, children, begins)));
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return link.ask(() -> store.read(run));
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> runs) {
    return link.ask(() -> store.read(runs));
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    throw new UnsupportedOperationException("nobody looks for runs here");
  }

  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    throw new UnsupportedOperationException("nobody looks for dead letters here");
  }

  @Override
  public Uni<Void> rebuildDeadLetters() {
    throw new UnsupportedOperationException("nobody rebuilds anything here");
  }
}
