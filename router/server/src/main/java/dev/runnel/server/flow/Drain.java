package dev.runnel.server.flow;

import dev.runnel.server.RunnelConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The router's end, when it is told to: no event enters any more, no call is begun, those that go
 * on may end, and who waits for an answer gets one. What is left is others' to go on with, or this
 * router's next life's.
 */
@Singleton
@Startup
public class Drain {

  private static final long LOOK_MILLIS = 10;

  private final ActiveRuns active;
  private final Recovery recovery;
  private final Duration grace;
  private final Thread hook = Thread.ofPlatform().name("runnel-drain").unstarted(this::drain);
  private final CountDownLatch drained = new CountDownLatch(1);
  private volatile boolean begun;

  Drain(ActiveRuns active, Recovery recovery, RunnelConfig.Draining config) {
    this.active = active;
    this.recovery = recovery;
    this.grace = config.grace();
    // Told together with Quarkus, which then waits for requests that go on.
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether no event may enter any more. */
  public boolean isBegun() {
    return begun;
  }

  private void drain() {
    begin();
    long end = System.nanoTime() + grace.toNanos();
    try {
      while (!active.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!active.isEmpty()) {
      Log.warnf("Calls that have not ended within %s are cut off, to be made again", grace);
      active.abandonAll();
    }
    drained.countDown();
  }

  private void begin() {
    begun = true;
    recovery.end();
    active.windDown();
  }

  /** Before the journal and everything else goes. Where nobody told the process, nothing waits. */
  void end(@Observes @Priority(1) ShutdownEvent end) throws InterruptedException {
    begin();
    if (processEnds() && !drained.await(2 * grace.toMillis(), TimeUnit.MILLISECONDS)) {
      Log.warn("Not everything was left in order");
    }
  }

  /** If it does not, another application may begin in it, as in dev mode. */
  private boolean processEnds() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }
}
