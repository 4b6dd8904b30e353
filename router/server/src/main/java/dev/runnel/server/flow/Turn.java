package dev.runnel.server.flow;

import java.util.function.Consumer;

/** One call's turn in its function's queue: waited for, had while the call goes on, given back. */
final class Turn {

  private final FunctionQueue queue;
  private final Consumer<Turn> come;

  /**
   * A turn that nobody has asked for yet.
   *
   * @param come is told when the turn has come, on any thread, unless that was at once; must be
   *     short and not make the call
   */
  Turn(FunctionQueue queue, Consumer<Turn> come) {
    this.queue = queue;
    this.come = come;
  }

  /**
   * Asks for it.
   *
   * @return whether it has come at once
   */
  boolean ask(int priority, boolean hasFallback) {
    return queue.enter(this, priority, hasFallback);
  }

  /** The call is over, or not wanted any more. Must be said, once or more. */
  void giveBack() {
    queue.leave(this);
  }

  void hasCome() {
    come.accept(this);
  }
}
