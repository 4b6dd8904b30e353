package dev.runnel.devmode;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.keyed.QuotaExceeded;
import dev.runnel.kit.state.StateRefused;
import dev.runnel.kit.state.StateUnavailable;
import dev.runnel.kit.state.StateUncertain;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for the journal: functions ask on worker threads, which may. */
final class JournalCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final int TOO_LARGE = 413;
  private static final int NO_ROOM = 507;

  private JournalCalls() {}

  /** The answer to a call that changes nothing. */
  static <T> T read(Uni<T> answer) {
    return waited(answer, () -> new StateUnavailable("the journal does not answer"));
  }

  /** The answer to a call that changes something. */
  static <T> T changed(Uni<T> answer) {
    return waited(
        answer,
        () ->
            new StateUncertain("nobody knows whether it was changed: the journal does not answer"));
  }

  static StateRefused refused(QuotaExceeded exceeded) {
    return new StateRefused(
        exceeded.what() == QuotaExceeded.What.BODY ? TOO_LARGE : NO_ROOM,
        "%s: there are %d of %d; remove some first"
            .formatted(exceeded.what(), exceeded.used(), exceeded.limit()));
  }

  private static <T> T waited(Uni<T> answer, Supplier<RuntimeException> down) {
    var awaited = new CompletableFuture<T>();
    var _ = answer.subscribe().with(awaited::complete, awaited::completeExceptionally);
    try {
      return awaited.orTimeout(PATIENCE.toMillis(), MILLISECONDS).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof JournalUnavailable
          || failed.getCause() instanceof TimeoutException) {
        throw down.get();
      }
      throw failed.getCause() instanceof RuntimeException bug ? bug : failed;
    }
  }
}
