package dev.runnel.server.deadletters;

import dev.runnel.journal.Journal;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes anew by what dead letters are found. One at a time goes on: who asks meanwhile gets what
 * comes of that one.
 */
@Singleton
class Rebuilding {

  private final Journal journal;
  private final Clock clock;
  private @Nullable CompletableFuture<Void> current;

  Rebuilding(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Completed when it is done. Giving up on it does nothing to it. */
  synchronized CompletableFuture<Void> rebuilt() {
    if (current == null || current.isDone()) {
      current = begun();
    }
    return current.copy();
  }

  private CompletableFuture<Void> begun() {
    Instant begin = clock.instant();
    Log.info("The list of dead letters is made anew");
    return journal
        .rebuildDeadLetters()
        .onItem()
        .invoke(done -> Log.infof("The list of dead letters was made anew in %s", since(begin)))
        .onFailure()
        .invoke(why -> Log.errorf(why, "The list of dead letters is not made anew to its end"))
        .subscribeAsCompletionStage();
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, clock.instant());
  }
}
