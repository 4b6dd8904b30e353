package dev.runnel.cache;

import io.smallrye.mutiny.Uni;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a store, each of which is answered: by the store, or, when that fails, takes too long or
 * has too much to do, by what the caller gives in its place.
 */
public final class LimitedCalls {

  private static final Logger LOG = System.getLogger(LimitedCalls.class.getName());

  private final String store;
  private final CallLimits limits;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicBoolean troubled = new AtomicBoolean();

  /**
   * @param store how messages call it
   */
  public LimitedCalls(String store, CallLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  /**
   * Makes the call when somebody subscribes.
   *
   * @param otherwise the answer in place of the store's, by the reason
   */
  public <T> Uni<T> call(Supplier<CompletionStage<T>> call, Function<String, T> otherwise) {
    return Uni.createFrom().completionStage(() -> begin(call, otherwise));
  }

  private <T> CompletionStage<T> begin(
      Supplier<CompletionStage<T>> call, Function<String, T> otherwise) {
    if (open.incrementAndGet() > limits.most()) {
      open.decrementAndGet();
      return without(otherwise, "%d calls are open already".formatted(limits.most()));
    }
    CompletableFuture<T> answer;
    try {
      answer = call.get().toCompletableFuture();
    } catch (RuntimeException failed) {
      open.decrementAndGet();
      return without(otherwise, reason(failed));
    }
    // What is at hand is by far the most frequent, and needs neither a timer nor a copy.
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      open.decrementAndGet();
      relieved();
      return answer;
    }
    return limited(answer, otherwise);
  }

  /** The place is free when the store has answered, however late: so that it is not overrun. */
  private <T> CompletionStage<T> limited(
      CompletableFuture<T> answer, Function<String, T> otherwise) {
    var _ = answer.whenComplete((value, failure) -> ended(failure));
    return answer
        .copy()
        .orTimeout(limits.patience().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(failure -> without(otherwise, reason(failure)));
  }

  private void ended(@Nullable Throwable failure) {
    open.decrementAndGet();
    if (failure == null) {
      relieved();
    }
  }

  private <T> CompletionStage<T> without(Function<String, T> otherwise, String reason) {
    if (troubled.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "{0} gives no answer: {1}. Events go on without it, and slower.",
          store,
          reason);
    }
    return CompletableFuture.completedStage(otherwise.apply(reason));
  }

  private void relieved() {
    if (troubled.get() && troubled.compareAndSet(true, false)) {
      LOG.log(Level.INFO, "{0} gives answers again.", store);
    }
  }

  private String reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof TimeoutException
        ? "none within %d ms".formatted(limits.patience().toMillis())
        : cause.toString();
  }
}
