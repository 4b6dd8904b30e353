package dev.runnel.kit;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Runs blocking code on worker threads, each piece in a context that nothing else shares. */
final class Worker {
  private final Vertx vertx;

  Worker(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Calls the code on a worker thread and gives what its result gives, or fails with {@link
   * NotStarted}. Cancelling interrupts the thread while the code is running on it, never later, and
   * cancels the code's result.
   */
  <T> Uni<T> run(Supplier<Uni<? extends T>> code) {
    return Uni.createFrom().emitter(emitter -> start(code, emitter));
  }

  private <T> void start(Supplier<Uni<? extends T>> code, UniEmitter<? super T> emitter) {
    var task =
        new FutureTask<Cancellable>(
            () ->
                Uni.createFrom().deferred(code).subscribe().with(emitter::complete, emitter::fail));
    emitter.onTermination(() -> stop(task));
    // A context of its own: functions called from one request must not share CDI's request scope.
    Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    try {
      own.executeBlocking(() -> finished(task), false)
          .onFailure(unstarted -> emitter.fail(new NotStarted()));
    } catch (RejectedExecutionException unstarted) {
      emitter.fail(new NotStarted());
    }
  }

  private static boolean finished(FutureTask<Cancellable> task) {
    task.run();
    // An interrupt that came at the very end must not meet whatever this thread does next.
    return Thread.interrupted();
  }

  private static void stop(FutureTask<Cancellable> task) {
    if (!task.cancel(true) && task.state() == Future.State.SUCCESS) {
      task.resultNow().cancel();
    }
  }

  /** There was no thread to run the code, so that none of it has run. */
  static final class NotStarted extends Exception {
    private static final long serialVersionUID = 1L;

    NotStarted() {
      super("no worker thread takes code any more", null, false, false);
    }
  }
}
