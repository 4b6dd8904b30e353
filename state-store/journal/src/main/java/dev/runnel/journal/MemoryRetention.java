package dev.runnel.journal;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Forgets runs of a journal in memory. That journal also forgets by itself, earlier, when there are
 * too many; with runs that have dead letters it does only that.
 */
public record MemoryRetention(MemoryJournal journal, InstantSource clock) implements Retention {

  /** All runs in one piece: there are never more than the journal keeps. */
  @Override
  public Uni<Sweep> sweep(Terms terms, Optional<RunQuery.Cursor> after) {
    return Uni.createFrom().item(() -> sweep(terms));
  }

  private Sweep sweep(Terms terms) {
    Instant now = clock.instant();
    journal.forgetEvents(now.minus(terms.duplicates()));
    int deleted = journal.forgetRuns(now.minus(terms.compacted()));
    return new Sweep(journal.compactRuns(now.minus(terms.hot())), deleted, Optional.empty());
  }

  @Override
  public Uni<Optional<RunBrief>> compacted(String run) {
    return Uni.createFrom().item(() -> journal.compacted(run));
  }
}
