package dev.runnel.server.deadletters;

import dev.runnel.journal.Journal;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  private @Nullable CompletableFuture<List<String>> current;

  Rebuilding(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Runs that could not be read; completed when it is done. Giving up on it does nothing to it. */
  synchronized CompletableFuture<List<String>> rebuilt() {
    if (current == null || current.isDone()) {
      current = begun();
    }
    return current.copy();
  }

  private CompletableFuture<List<String>> begun() {
    Instant begin = clock.instant();
    Log.info("The list of dead letters is made anew");
    return journal
        .rebuildDeadLetters()
        .onItem()
        .invoke(unreadable -> tell(begin, unreadable))
        .onFailure()
        .invoke(why -> Log.errorf(why, "The list of dead letters is not made anew to its end"))
        .subscribeAsCompletionStage();
  }

  private void tell(Instant begin, List<String> unreadable) {
    Log.infof("The list of dead letters was made anew in %s", since(begin));
    if (!unreadable.isEmpty()) {
      Log.errorf(
          "What it has of %d runs, run %s first, stays as it was: what the journal has of them cannot"
              + " be read",
          unreadable.size(), unreadable.getFirst());
    }
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, clock.instant());
  }
}
