package dev.runnel.server.flow;

import dev.runnel.server.functions.Registrations;
import dev.runnel.server.functions.Registry;
import dev.runnel.server.journal.Lives;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * When this router can work: its first life has begun, and the functions are loaded. Requests are
 * let in from then on; where the journal lets itself be waited for, they are let in all the same,
 * to be told so.
 */
@Singleton
public final class Readiness {

  /** As long as a database of one's own may take to come up for the first time. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CompletionStage<Registrations> ready;

  Readiness(Lives lives, Registry registry) {
    this.ready = lives.begun().thenCombine(registry.firstLoaded(), (begun, loaded) -> loaded);
  }

  /** Tells of the functions that are loaded first, when this router can work. */
  public void whenReached(Consumer<Registrations> then) {
    ready.thenAccept(then);
  }

  void await(@Observes StartupEvent start) {
    ready
        .toCompletableFuture()
        .copy()
        .handle((reached, failure) -> true)
        .completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .thenAccept(Readiness::say)
        .join();
  }

  private static void say(boolean reached) {
    if (!reached) {
      Log.warnf("The journal is not there after %s; events are refused until it is", PATIENCE);
    }
  }
}
