package dev.runnel.server.flow;

import dev.runnel.server.config.DrainConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The router's end, when it is told to: no event enters any more, no call is begun, those that go
 * on may end, and who waits for an answer gets one. What is left is others' to go on with, or this
 * router's next life's.
 */
@Singleton
@Startup
public class Drain {

  private final ActiveRuns active;
  private final Recovery recovery;
  private final Duration grace;
  private final Thread hook = Thread.ofPlatform().name("runnel-drain").unstarted(this::drain);
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean begun;

  Drain(ActiveRuns active, Recovery recovery, DrainConfig config) {
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
    boolean inOrder =
        begin()
            .thenApply(empty -> true)
            .completeOnTimeout(false, grace.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    if (!inOrder) {
      Log.warnf("Calls that have not ended within %s are cut off, to be made again", grace);
      active.abandonAll();
    }
    drained.complete(null);
  }

  private CompletableFuture<Void> begin() {
    begun = true;
    recovery.end();
    return active.windDown();
  }

  /** Before the journal and everything else goes. Where nobody told the process, nothing waits. */
  void end(@Observes @Priority(1) ShutdownEvent end) {
    if (processEnds()) {
      drained.completeOnTimeout(null, 2 * grace.toMillis(), TimeUnit.MILLISECONDS).join();
    } else {
      recovery.end();
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
