package dev.runnel.server.flow;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** What one run is to do later. On its loop only. */
final class Timers {

  private final Loop loop;
  private final Set<Runnable> armed = new HashSet<>();

  Timers(Loop loop) {
    this.loop = loop;
  }

  void after(Duration wait, Runnable action) {
    var timer = new Runnable[1];
    timer[0] =
        loop.after(
            wait,
            () -> {
              armed.remove(timer[0]);
              action.run();
            });
    armed.add(timer[0]);
  }

  /** Nothing more is done. */
  void stop() {
    armed.forEach(Runnable::run);
    armed.clear();
  }
}
