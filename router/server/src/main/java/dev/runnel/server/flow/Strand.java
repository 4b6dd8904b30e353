package dev.runnel.server.flow;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A run's place on an event loop. An action that another one brings about begins when that one is
 * over; nothing is handed over to the event loop by whoever is on it already.
 */
final class Strand implements Loop {

  private final Vertx vertx;
  private final ContextInternal context;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param context of an event loop
   */
  Strand(Vertx vertx, Context context) {
    this.vertx = vertx;
    this.context = (ContextInternal) context;
  }

  @Override
  public void run(Runnable action) {
    context.emit(action, this::runHere);
  }

  @Override
  public void later(Runnable action) {
    context.runOnContext(_ -> runHere(action));
  }

  @Override
  public Runnable after(Duration wait, Runnable action) {
    long timer = vertx.setTimer(Math.max(1, wait.toMillis() + 1), _ -> run(action));
    return () -> vertx.cancelTimer(timer);
  }

  private void runHere(Runnable action) {
    waiting.add(action);
    if (busy) {
      return;
    }
    busy = true;
    try {
      for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
        next.run();
      }
    } finally {
      busy = false;
    }
  }
}
