package dev.runnel.server.flow;

import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where everything about one run happens: on one event loop, one action after the other. An action
 * that another one brings about begins when that one is over; nothing is handed over to the event
 * loop by whoever is on it already.
 */
final class Lane {

  private final ContextInternal context;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param context of an event loop
   */
  Lane(Context context) {
    this.context = (ContextInternal) context;
  }

  /** Does something, from any thread. It must not throw. */
  void run(Runnable action) {
    context.emit(action, this::runHere);
  }

  /** Does something when whatever is being done now is over, from any thread. It must not throw. */
  void later(Runnable action) {
    context.runOnContext(_ -> runHere(action));
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
