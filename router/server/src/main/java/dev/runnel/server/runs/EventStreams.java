package dev.runnel.server.runs;

import dev.runnel.journal.Journal;
import dev.runnel.server.RunnelConfig;
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
  private final Vertx vertx;
  private final RunnelConfig.Streams config;
  private final AtomicInteger open = new AtomicInteger();

  EventStreams(Journal journal, RunNews news, Vertx vertx, RunnelConfig.Streams config) {
    this.journal = journal;
    this.news = news;
    this.vertx = vertx;
    this.config = config;
    if (config.heartbeat().toMillis() < 1 || config.patience().toMillis() < 1) {
      throw new IllegalArgumentException(
          "runnel.streams.heartbeat is "
              + config.heartbeat()
              + " and runnel.streams.patience "
              + config.patience()
              + ", expected at least PT0.001S each");
    }
  }

  /** How many are open. */
  public int open() {
    return open.get();
  }

  /** Whether there is room for one more, which then is open. */
  boolean enter() {
    int before = open.getAndUpdate(now -> now < config.maxOpen() ? now + 1 : now);
    return before < config.maxOpen();
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

  Vertx vertx() {
    return vertx;
  }

  Duration heartbeat() {
    return config.heartbeat();
  }

  Duration patience() {
    return config.patience();
  }
}
