package dev.runnel.server.flow;

import io.netty.util.concurrent.Future;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * A run's place on an event loop. An action that another one brings about begins when that one is
 * over; nothing is handed over to the event loop by whoever is on it already.
 */
final class Strand implements Loop {

  private final ContextInternal context;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param context of an event loop
   */
  Strand(Context context) {
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
    long millis = Math.max(1, wait.toMillis() + 1);
    Future<?> timer =
        context.nettyEventLoop().schedule(() -> run(action), millis, TimeUnit.MILLISECONDS);
    return () -> timer.cancel(false);
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
