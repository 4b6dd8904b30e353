package dev.runnel.server.functions;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Lets tasks run one after the other, in the order in which they came. */
final class Sequencer {

  /** Tasks that may wait. */
  private static final int MAX_WAITING = 1_000;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Executor threads;
  private boolean taken;

  /**
   * @param threads where tasks begin that have waited
   */
  Sequencer(Executor threads) {
    this.threads = threads;
  }

  /**
   * Runs the task when it is its turn, whether or not somebody still waits for what comes of it.
   *
   * @param crowded what comes of it where too many wait already
   */
  <T> Uni<T> take(Supplier<Uni<T>> task, Supplier<T> crowded) {
    var turn = new CompletableFuture<Boolean>();
    if (!enter(() -> turn.complete(true))) {
      return Uni.createFrom().item(crowded);
    }
    CompletableFuture<T> done =
        Uni.createFrom()
            .completionStage(turn)
            .chain(_ -> task.get())
            .eventually(this::leave)
            .subscribeAsCompletionStage();
    return Uni.createFrom().completionStage(done::copy);
  }

  private boolean enter(Runnable begin) {
    synchronized (waiting) {
      if (waiting.size() >= MAX_WAITING) {
        return false;
      }
      if (taken) {
        waiting.add(begin);
        return true;
      }
      taken = true;
    }
    begin.run();
    return true;
  }

  private void leave() {
    Runnable next;
    synchronized (waiting) {
      next = waiting.poll();
      taken = next != null;
    }
    if (next != null) {
      threads.execute(next); // not here: a thousand tasks would be a thousand calls deep
    }
  }
}
