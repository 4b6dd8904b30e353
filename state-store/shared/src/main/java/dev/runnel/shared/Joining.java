package dev.runnel.shared;

import dev.runnel.cache.StateStore;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Starts a store on a thread of its own, and tries again, less and less often, until it has come.
 */
final class Joining implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMinutes(1);

  /** How long the end of a router waits for the others to take note of it. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final LateStore store;
  private final Supplier<StateStore> start;
  private final Function<Throwable, String> reason;
  private final Thread thread;
  private volatile boolean over;

  /**
   * @param start blocks until it has come
   * @param reason why it has not, for people
   */
  Joining(LateStore store, Supplier<StateStore> start, Function<Throwable, String> reason) {
    this.store = store;
    this.start = start;
    this.reason = reason;
    this.thread = Thread.ofPlatform().daemon().name("runnel-joining").unstarted(this::join);
  }

  Joining begin() {
    thread.start();
    return this;
  }

  private void join() {
    Duration pause = SOON;
    String told = "";
    while (!over) {
      String failure = attempt();
      if (failure.isEmpty()) {
        return;
      }
      if (!failure.equals(told) && !over) {
        Log.warnf("Nothing is shared with other routers yet, and is tried again: %s", failure);
        told = failure;
      }
      LockSupport.parkNanos(pause.toNanos());
      pause = doubled(pause);
    }
  }

  /** What went wrong; empty: it has come. */
  private String attempt() {
    try {
      store.arrive(start.get());
      return "";
    } catch (RuntimeException | LinkageError failed) {
      Log.debug("A start of shared state", failed);
      String why = reason.apply(failed);
      store.fail(why);
      return why;
    }
  }

  private static Duration doubled(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LATER) < 0 ? doubled : LATER;
  }

  /** A store that has come leaves the others; one that still comes does so when it has. */
  @Override
  public void close() {
    over = true;
    LockSupport.unpark(thread);
    Thread leaving = Thread.ofPlatform().daemon().name("runnel-leaving").start(store::close);
    try {
      if (!leaving.join(FAREWELL)) {
        Log.warnf("Other routers have not let go of this one within %s; it ends", FAREWELL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
