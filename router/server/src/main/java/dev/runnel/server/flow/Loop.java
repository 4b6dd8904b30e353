package dev.runnel.server.flow;

import java.time.Duration;

/**
 * Where everything about one run happens, one action after the other: an event loop's, or a
 * simulation's.
 */
public interface Loop {

  /** Does something, from any thread. It must not throw. */
  void run(Runnable action);

  /** Does something, from any thread, when whoever calls this is done. It must not throw. */
  default void later(Runnable action) {
    after(Duration.ZERO, action);
  }

  /**
   * Does something here when so much time has passed, at least a millisecond. It must not throw.
   *
   * @return what takes it back, where it has not begun
   */
  Runnable after(Duration wait, Runnable action);
}
