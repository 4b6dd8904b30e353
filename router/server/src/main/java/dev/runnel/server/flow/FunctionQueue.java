package dev.runnel.server.flow;

import dev.runnel.engine.queue.CallQueue;
import dev.runnel.engine.queue.Departure;
import dev.runnel.engine.queue.Limit;
import dev.runnel.engine.queue.Passage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One function's queue, shared by all runs. Nothing is written for waiting: to the journal, who
 * waits here is a call that is wanted and was not begun. What is in here belongs to runs that are
 * in memory, whose number {@link Backlog} bounds. Safe for any thread; a call that finds room takes
 * one short lock.
 */
final class FunctionQueue {

  /** What can do something later, on any thread. */
  interface Alarm {

    void after(Duration wait, Runnable action);
  }

  private final CallQueue<Turn> queue;
  private final Supplier<Passage> passage;
  private final Alarm alarm;
  private final InstantSource time;

  /** When it looks again by itself; an alarm for any other time is out of date. */
  private Instant alarmAt = Instant.MAX;

  /**
   * An empty queue.
   *
   * @param passage asked while the queue is locked, so that what it says is not older than the call
   *     whose end changed it
   */
  FunctionQueue(List<Limit> limits, Supplier<Passage> passage, Alarm alarm, InstantSource time) {
    this.queue = new CallQueue<>(limits);
    this.passage = passage;
    this.alarm = alarm;
    this.time = time;
  }

  /** Whether the turn has come at once; if not, it is told. */
  boolean enter(Turn turn, int priority, boolean hasFallback) {
    boolean atOnce = false;
    for (Turn next : entered(turn, priority, hasFallback)) {
      if (next.equals(turn)) {
        atOnce = true;
      } else {
        next.hasCome();
      }
    }
    return atOnce;
  }

  void leave(Turn turn) {
    left(turn).forEach(Turn::hasCome);
  }

  /** Whether nobody waits, and no call goes on. */
  synchronized boolean isIdle() {
    return queue.isIdle();
  }

  private synchronized List<Turn> entered(Turn turn, int priority, boolean hasFallback) {
    Instant now = time.instant();
    return goOn(queue.enter(turn, priority, hasFallback, passage.get(), now), now);
  }

  private synchronized List<Turn> left(Turn turn) {
    Instant now = time.instant();
    return goOn(queue.leave(turn, passage.get(), now), now);
  }

  private void look(Instant due) {
    looked(due).forEach(Turn::hasCome);
  }

  private synchronized List<Turn> looked(Instant due) {
    if (!due.equals(alarmAt)) {
      return List.of();
    }
    alarmAt = Instant.MAX;
    Instant now = time.instant();
    return goOn(queue.look(passage.get(), now), now);
  }

  private List<Turn> goOn(Departure<Turn> departure, Instant now) {
    @Nullable Duration wait = departure.next();
    if (wait != null && now.plus(wait).isBefore(alarmAt)) {
      Instant due = now.plus(wait);
      alarmAt = due;
      alarm.after(wait, () -> look(due));
    }
    return departure.calls();
  }
}
