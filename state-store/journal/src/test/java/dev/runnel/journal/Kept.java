package dev.runnel.journal;

import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.Retention.Sweep;
import dev.runnel.journal.Retention.Terms;
import java.util.List;
import java.util.Optional;

/** A journal, and what forgets its runs by the time as it is. */
public record Kept(Journal journal, Retention retention) {

  public Begin begin(ToldRun run) {
    return JournalContract.begin(journal, run);
  }

  public List<RunEvent> read(String run) {
    return JournalContract.read(journal, run);
  }

  public List<RunBrief> all() {
    return journal
        .find(RetentionContract.query(Optional.empty(), 1_000))
        .await()
        .indefinitely()
        .runs();
  }

  public Optional<RunBrief> compacted(String run) {
    return retention.compacted(run).await().indefinitely();
  }

  /** One whole pass. */
  public Sweep sweep(Terms terms) {
    Sweep sum = new Sweep(0, 0, Optional.empty());
    do {
      Sweep piece = retention.sweep(terms, sum.next()).await().indefinitely();
      sum =
          new Sweep(
              sum.compacted() + piece.compacted(), sum.deleted() + piece.deleted(), piece.next());
    } while (sum.next().isPresent());
    return sum;
  }
}
