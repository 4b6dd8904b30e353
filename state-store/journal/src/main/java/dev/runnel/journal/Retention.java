package dev.runnel.journal;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Forgets runs that are over, in two steps: first a run is <em>compacted</em>, so that no more than
 * its brief is left, then that is forgotten too. A run that goes on, or that somebody may still
 * have to look after, is left alone. Called from any thread, never blocks; answers arrive on any
 * thread.
 */
public interface Retention {

  /**
   * Does a bounded piece of that, beginning with the oldest runs. A call that fails, or whose
   * answer is lost, does no harm when it is repeated, nor when it never is.
   *
   * @param after where the piece before ended; empty for the first piece of a pass
   */
  Uni<Sweep> sweep(Terms terms, Optional<RunQuery.Cursor> after);

  /** What is left of a run that was compacted; empty for every other. */
  Uni<Optional<RunBrief>> compacted(String run);

  /**
   * How long runs are kept.
   *
   * @param duplicates from when an event was accepted: how long it is known again
   * @param hot from when a run ended: how long all of it is kept
   * @param compacted from when a run ended: how long its brief is kept
   */
  record Terms(Duration duplicates, Duration hot, Duration compacted) {

    public Terms {
      if (duplicates.isNegative()
          || duplicates.compareTo(hot) > 0
          || hot.compareTo(compacted) > 0) {
        throw new IllegalArgumentException(
            "runs are kept for %s hot and %s compacted, events known for %s; expected that events are not known longer than runs are hot, nor these longer than they are compacted"
                .formatted(hot, compacted, duplicates));
      }
    }
  }

  /**
   * What one piece came to.
   *
   * @param compacted runs of which only the brief is left now
   * @param deleted runs of which nothing is left now
   * @param next where the next piece goes on; empty: the pass has come to its end, or another
   *     router is at it
   */
  record Sweep(int compacted, int deleted, Optional<RunQuery.Cursor> next) {}
}
