package dev.runnel.simulation;

import dev.runnel.server.flow.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** One run's place in a process: one action after the other, at once or a little later. */
final class VirtualLoop implements Loop {

  private final Machine machine;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  VirtualLoop(Machine machine) {
    this.machine = machine;
  }

  @Override
  public void run(Runnable action) {
    waiting.add(action);
    if (busy) {
      return;
    }
    busy = true;
    if (machine.busyNow()) {
      machine.after(machine.alittle(), this::drain);
    } else {
      drain();
    }
  }

  @Override
  public Runnable after(Duration wait, Runnable action) {
    return machine.after(Duration.ofMillis(Math.max(1, wait.toMillis() + 1)), () -> run(action));
  }

  private void drain() {
    try {
      while (machine.alive() && !waiting.isEmpty()) {
        waiting.remove().run();
      }
    } finally {
      busy = false;
    }
  }
}
