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
  private final Resting resting;
  private final Clock clock;
  private volatile boolean crowded;
  private volatile Instant lastLoss = Instant.MIN;
  private final CompletableFuture<Void> emptied = new CompletableFuture<>();
  private volatile boolean winding;

  ActiveRuns(Families families, Backlog backlog, Resting resting, Clock clock) {
    this.families = families;
    this.backlog = backlog;
    this.resting = resting;
    this.clock = clock;
  }

  void enter(ActiveRun run) {
    enterIfNew(run, 0);
  }

  /**
   * The run goes on here, unless it does already.
   *
   * @param relatives how many runs are known to have come out of its family's head
   * @return whether it was new
   */
  boolean enterIfNew(ActiveRun run, int relatives) {
    if (runs.putIfAbsent(run.id(), run) != null) {
      return false;
    }
    if (run.title().isInherited()) {
      inherited.incrementAndGet();
    }
    families.enter(run.lineage().root());
    families.recall(run.lineage().root(), relatives);
    backlog.enter(run.event());
    if (winding) {
      run.windDown();
    }
    return true;
  }

  void leave(ActiveRun run) {
    if (runs.remove(run.id(), run)) {
      if (run.title().isInherited()) {
        inherited.decrementAndGet();
      }
      families.leave(run.lineage().root());
      backlog.leave(run.event());
      tellIfEmpty();
    }
  }

  /** The run is nobody's until it is due, or somebody asks for it. */
  void rest(ActiveRun run, Instant due) {
    resting.add(new Resting.Rest(run.id(), due, run.title()));
    leave(run);
  }

  /** Others wait for places of runs that were taken up, or do not any more. */
  void crowd(boolean whether) {
    crowded = whether;
  }

  boolean isCrowded() {
    return crowded;
  }

  /** The run stands in the journal, perhaps, and nobody conducts it. */
  void lose(ActiveRun run) {
    doubt();
    leave(run);
  }

  /** The run has been another's in the meantime: whoever conducts it here does so no more. */
  void dismiss(String id) {
    resting.remove(id);
    ActiveRun former = runs.get(id);
    if (former != null) {
      leave(former);
      former.abandon(new Fenced("run " + id + " has been another router's"));
    }
  }

  /** Those that stand in the journal, and of which nothing is being written. */
  List<String> settled() {
    return runs.values().stream().filter(ActiveRun::isSettled).map(ActiveRun::id).toList();
  }

  /** There may be runs that are this router's own, and that nobody conducts. */
  void doubt() {
    lastLoss = clock.instant();
  }

  /** When this router last left a run to nobody, or may have. */
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
