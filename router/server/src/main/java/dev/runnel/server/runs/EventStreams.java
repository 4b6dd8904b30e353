package dev.runnel.server.runs;

import dev.runnel.journal.Journal;
import dev.runnel.server.flow.Conductor;
import dev.runnel.server.flow.RunNews;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The streams that are open, only so many at a time, and what they are fed with. */
@Singleton
public class EventStreams {

  private final Journal journal;
  private final RunNews news;
  private final Conductor conductor;
  private final Vertx vertx;
  private final StreamLimits limits;
  private final AtomicInteger open = new AtomicInteger();

  EventStreams(
      Journal journal, RunNews news, Conductor conductor, Vertx vertx, StreamLimits limits) {
    this.journal = journal;
    this.news = news;
    this.conductor = conductor;
    this.vertx = vertx;
    this.limits = limits;
  }

  /** How many are open. */
  public int open() {
    return open.get();
  }

  /** Whether there is room for one more, which then is open. */
  boolean enter() {
    int before = open.getAndUpdate(now -> now < limits.maxOpen() ? now + 1 : now);
    return before < limits.maxOpen();
  }

  void leave() {
    open.decrementAndGet();
  }

  Journal journal() {
    return journal;
  }

  RunNews news() {
    return news;
  }

  /** Whether this router conducts the run, so that more may be written of it. */
  boolean mayGoOn(String run) {
    return conductor.conducts(run);
  }

  Vertx vertx() {
    return vertx;
  }

  Duration heartbeat() {
    return limits.heartbeat();
  }

  Duration patience() {
    return limits.patience();
  }
}
