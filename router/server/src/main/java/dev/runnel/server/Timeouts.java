package dev.runnel.server;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The clock that ends waits. A wait that is over early is forgotten at once, with the run and the
 * caller that it holds; Mutiny's own scheduler would keep all of them until the wait's end.
 */
@Singleton
public final class Timeouts {

  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("runnel-timeouts").factory());

  public Timeouts() {
    scheduler.setRemoveOnCancelPolicy(true);
  }

  /** One thread; what runs on it must be short. */
  public ScheduledExecutorService scheduler() {
    return scheduler;
  }

  /** How many waits are going on. */
  int pending() {
    return scheduler.getQueue().size();
  }

  @PreDestroy
  void stop() {
    scheduler.shutdownNow();
  }
}
