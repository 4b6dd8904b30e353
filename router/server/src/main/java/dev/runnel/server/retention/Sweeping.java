package dev.runnel.server.retention;

import dev.runnel.journal.Retention;
import dev.runnel.journal.Retention.Sweep;
import dev.runnel.journal.RunQuery.Cursor;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has runs forgotten from time to time, in passes of many small pieces. After each piece it rests
 * for as long as that took, so that half of the time the database does nothing of the kind.
 */
@Singleton
class Sweeping {

  private static final long LONGEST_DELAY_MILLIS = 60_000;
  private static final long LEAST_REST_MILLIS = 20;

  private final Retention retention;
  private final RetentionTerms config;
  private final Vertx vertx;
  private final AtomicBoolean passing = new AtomicBoolean();
  private volatile boolean ended;
  private long timer;

  Sweeping(Retention retention, RetentionTerms config, Vertx vertx) {
    this.retention = retention;
    this.config = config;
    this.vertx = vertx;
  }

  /** The first pass soon, as a router may not live for a whole period. */
  void begin(@Observes StartupEvent start) {
    long period = config.every().toMillis();
    timer = vertx.setPeriodic(Math.min(period, LONGEST_DELAY_MILLIS), period, _ -> pass());
  }

  /** The piece that is going on comes to its end, and no other begins. */
  void end(@Observes ShutdownEvent stop) {
    ended = true;
    vertx.cancelTimer(timer);
  }

  /** One pass through all runs; nothing where one is going on. */
  private void pass() {
    if (!ended && passing.compareAndSet(false, true)) {
      piece(new Sweep(0, 0, Optional.empty()));
    }
  }

  /**
   * The next piece of the pass.
   *
   * @param sofar what the pass has come to
   */
  private void piece(Sweep sofar) {
    long start = System.nanoTime();
    Optional<Cursor> after = sofar.next();
    retention
        .sweep(config.terms(), after)
        .subscribe()
        .with(piece -> goOn(sum(sofar, piece), System.nanoTime() - start), this::giveUp);
  }

  private void goOn(Sweep sofar, long nanos) {
    if (sofar.next().isPresent() && !ended) {
      long rest = Math.max(LEAST_REST_MILLIS, nanos / 1_000_000);
      vertx.setTimer(rest, _ -> piece(sofar));
      return;
    }
    passing.set(false);
    if (sofar.compacted() + sofar.deleted() > 0) {
      Log.infof("Compacted %d old runs, deleted %d", sofar.compacted(), sofar.deleted());
    }
  }

  /** The next pass begins where this one did. */
  private void giveUp(Throwable why) {
    passing.set(false);
    Log.warnf(why, "Old runs are not forgotten now; the next try is in %s", config.every());
  }

  private static Sweep sum(Sweep sofar, Sweep piece) {
    return new Sweep(
        sofar.compacted() + piece.compacted(), sofar.deleted() + piece.deleted(), piece.next());
  }
}
