package dev.runnel.simulation;

import dev.runnel.server.flow.Loop;
import dev.runnel.server.flow.Loops;
import java.time.Duration;

/**
 * One process of a router, from its start to its end. What is still to happen in it dies with it,
 * and waits while it is stopped.
 */
final class Machine implements Loops {

  private final String router;
  private final VirtualTime time;
  private final Chance chance;
  private boolean alive = true;
  private Duration frozenUntil = Duration.ZERO;

  Machine(String router, VirtualTime time, Chance chance) {
    this.router = router;
    this.time = time;
    this.chance = chance;
  }

  /** The name of the router that it runs. */
  String router() {
    return router;
  }

  boolean alive() {
    return alive;
  }

  boolean frozen() {
    return frozenUntil.compareTo(time.passed()) > 0;
  }

  /** As {@code kill -9} does. */
  void kill() {
    alive = false;
  }

  /** As {@code SIGSTOP} does, with {@code SIGCONT} after a while. */
  void freeze(Duration length) {
    frozenUntil = time.passed().plus(length);
  }

  /** Something reaches the process from outside. */
  void enter(Runnable action) {
    if (alive) {
      if (frozen()) {
        time.in(frozenUntil.minus(time.passed()), () -> enter(action));
      } else {
        action.run();
      }
    }
  }

  /**
   * Something is done in the process later.
   *
   * @return what takes it back
   */
  Runnable after(Duration wait, Runnable action) {
    var wanted = new boolean[] {true};
    time.in(
        wait,
        () ->
            enter(
                () -> {
                  if (wanted[0]) {
                    action.run();
                  }
                }));
    return () -> wanted[0] = false;
  }

  /** Whether a loop is busy with others' work just now, so that what comes must wait a little. */
  boolean busyNow() {
    return chance.percent(10);
  }

  Duration alittle() {
    return chance.between(Duration.ZERO, Duration.ofNanos(50_000));
  }

  @Override
  public Loop next() {
    return new VirtualLoop(this);
  }
}
