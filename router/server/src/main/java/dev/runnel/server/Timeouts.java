package dev.runnel.server;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The clock that ends waits. A wait that is over early is forgotten at once, with the run and the
 * caller that it holds; Mutiny's own scheduler would keep all of them until the wait's end.
 */
@Singleton
public class Timeouts {

  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("runnel-timeouts").factory());

  public Timeouts() {
    scheduler.setRemoveOnCancelPolicy(true);
  }

  /**
   * The caller's event loop, which needs to wake nobody to keep a wait in mind; elsewhere one
   * thread. What runs there must be short.
   */
  public ScheduledExecutorService scheduler() {
    return Vertx.currentContext() instanceof ContextInternal here && here.inThread()
        ? here.nettyEventLoop()
        : scheduler;
  }

  /**
   * What comes of something in time; when nothing has by then, this instead.
   *
   * @param patience how long; without any, only what is there at once is in time
   */
  public <T> Uni<T> within(Uni<T> wanted, Duration patience, T otherwise) {
    return wanted
        .ifNoItem()
        .after(patience.plusMillis(1)) // Mutiny knows no wait of nothing
        .on(scheduler())
        .recoverWithItem(otherwise);
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
