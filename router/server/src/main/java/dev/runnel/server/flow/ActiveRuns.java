package dev.runnel.server.flow;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.Journal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The runs that go on in this router, or are about to. */
@Singleton
class ActiveRuns {

  private final Map<String, ActiveRun> runs = new ConcurrentHashMap<>();
  private final AtomicInteger inherited = new AtomicInteger();
  private final Families families;
  private final Backlog backlog;
  private final Clock clock;
  private volatile Instant lastLoss = Instant.MIN;
  private final CompletableFuture<Void> emptied = new CompletableFuture<>();
  private volatile boolean winding;

  ActiveRuns(Families families, Backlog backlog, Clock clock) {
    this.families = families;
    this.backlog = backlog;
    this.clock = clock;
  }

  void enter(ActiveRun run) {
    enterIfNew(run);
  }

  /**
   * The run goes on here, unless it does already.
   *
   * @return whether it was new
   */
  boolean enterIfNew(ActiveRun run) {
    if (runs.putIfAbsent(run.id(), run) != null) {
      return false;
    }
    if (run.title().inherited()) {
      inherited.incrementAndGet();
    }
    families.enter(run.lineage().root());
    backlog.enter(run.event());
    if (winding) {
      run.windDown();
    }
    return true;
  }

  void leave(ActiveRun run) {
    if (runs.remove(run.id(), run)) {
      if (run.title().inherited()) {
        inherited.decrementAndGet();
      }
      families.leave(run.lineage().root());
      backlog.leave(run.event());
      tellIfEmpty();
    }
  }

  /** The run stands in the journal, perhaps, and nobody conducts it. */
  void lose(ActiveRun run) {
    doubt();
    leave(run);
  }

  /** There may be runs of this router that nobody conducts. */
  void doubt() {
    lastLoss = clock.instant();
  }

  /** When this router last left a run to nobody, as far as it knows. */
  Instant lastLoss() {
    return lastLoss;
  }

  /** How many of the runs were begun by others, or in an earlier life. */
  int inherited() {
    return inherited.get();
  }

  /**
   * From now on no more calls are begun, and runs leave one after the other.
   *
   * @return completed when none is left
   */
  CompletableFuture<Void> windDown() {
    winding = true;
    List.copyOf(runs.values()).forEach(ActiveRun::windDown);
    tellIfEmpty();
    return emptied.copy();
  }

  private void tellIfEmpty() {
    if (winding && runs.isEmpty()) {
      emptied.complete(null);
    }
  }

  /** Gives up all that are still there. */
  void abandonAll() {
    for (ActiveRun run : List.copyOf(runs.values())) {
      run.abandon(new Fenced("this router ends"));
    }
  }

  /** Gives up what is written to another journal than this: to that of a life that is over. */
  void abandonAllBut(Journal journal) {
    for (ActiveRun run : List.copyOf(runs.values())) {
      if (!run.title().journal().equals(journal)) {
        run.abandon(new Fenced("this router's life is over, and another has begun"));
      }
    }
  }

  @Nullable ActiveRun find(String id) {
    return runs.get(id);
  }
}
