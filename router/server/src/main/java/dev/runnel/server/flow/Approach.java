package dev.runnel.server.flow;

import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.Run;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The way of one run's calls to their functions: where an order is kept, a call waits until its
 * step is the first in its line, and then for its turn in its function's queue. While others may
 * have the run by now, it does not ask for a turn. Nothing of this is written. On the run's event
 * loop only.
 */
final class Approach {

  /** How soon it is asked again whether a run is still this router's own. */
  private static final Duration UNSURE = Duration.ofMillis(100);

  private final Tools tools;
  private final Loop loop;
  private final OpenCalls calls;
  private final Consumer<Runnable> inLine;
  private final BiConsumer<String, Integer> come;

  /**
   * The way of the calls of one run.
   *
   * @param inLine does something on the run's event loop, unless the run is over
   * @param come is told a step and an attempt whose turn has come, unless that was at once
   */
  Approach(
      Tools tools,
      Loop loop,
      OpenCalls calls,
      Consumer<Runnable> inLine,
      BiConsumer<String, Integer> come) {
    this.tools = tools;
    this.loop = loop;
    this.calls = calls;
    this.inLine = inLine;
    this.come = come;
  }

  /** Whether the call's turn has come at once. */
  boolean begin(Run run, String step, int attempt) {
    Place place = run.place(step);
    if (place == null) {
      return queueWhenSure(run, step, attempt);
    }
    calls.linedUp(
        step,
        attempt,
        tools
            .lines()
            .first(place)
            .subscribe()
            .with(first -> inLine.accept(() -> atTheFront(run, step, attempt))));
    return false;
  }

  private void atTheFront(Run run, String step, int attempt) {
    calls.leftLine(step, attempt);
    if (queueWhenSure(run, step, attempt)) {
      come.accept(step, attempt);
    }
  }

  /**
   * Asks for a turn as soon as the run is surely this router's own; whether it has come at once.
   */
  private boolean queueWhenSure(Run run, String step, int attempt) {
    if (tools.lives().isSure()) {
      return queue(run, step, attempt);
    }
    Runnable wait = loop.after(UNSURE, () -> inLine.accept(() -> atTheFront(run, step, attempt)));
    calls.linedUp(step, attempt, wait::run);
    return false;
  }

  private boolean queue(Run run, String step, int attempt) {
    Turn turn =
        new Turn(
            tools.queues().of(run.called(step)),
            had -> loop.later(() -> inLine.accept(() -> had(step, attempt, had))));
    calls.wanted(step, attempt, turn);
    return turn.ask(run.urgency(step), run.hasFallback(step));
  }

  private void had(String step, int attempt, Turn turn) {
    if (calls.waits(step, attempt, turn)) {
      come.accept(step, attempt);
    }
  }
}
