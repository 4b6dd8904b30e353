package dev.runnel.server.flow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A loop on the test's own thread, whose time passes when the test wants it to. */
final class HandLoop implements Loop {

  private final Deque<Runnable> actions = new ArrayDeque<>();
  private final Deque<Runnable> timers = new ArrayDeque<>();
  private boolean busy;

  @Override
  public void run(Runnable action) {
    actions.add(action);
    if (busy) {
      return;
    }
    busy = true;
    for (Runnable next = actions.poll(); next != null; next = actions.poll()) {
      next.run();
    }
    busy = false;
  }

  @Override
  public Runnable after(Duration wait, Runnable action) {
    timers.add(action);
    return () -> timers.remove(action);
  }

  int armed() {
    return timers.size();
  }

  /** The oldest timer goes off. */
  void pass() {
    run(timers.remove());
  }
}
