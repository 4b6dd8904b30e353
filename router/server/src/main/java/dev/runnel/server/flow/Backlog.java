package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.server.SteadyTime;
import dev.runnel.server.config.RunsConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What was accepted and is not over, by number and by size. Events from outside enter only while
 * there is room; what runs emit was accepted with them, and is counted without being refused.
 */
@Singleton
public class Backlog {

  private final int maxRuns;
  private final long maxBytes;
  private final InstantSource time = new SteadyTime();
  private final Comebacks comebacks = new Comebacks(time.instant());
  private int held;
  private int runs;
  private long bytes;

  Backlog(RunsConfig config) {
    this.maxRuns = config.maxActive();
    this.maxBytes = config.maxActiveBytes();
  }

  /** How many events may enter now. */
  public synchronized int room() {
    return bytes < maxBytes ? Math.max(0, maxRuns - runs - held) : 0;
  }

  /**
   * Holds room for events that are about to enter, so that nobody else finds the same.
   *
   * @param events how many
   * @return for how many there is room; {@link #release} gives it back once they have entered
   */
  public synchronized int hold(int events) {
    int places = Math.min(events, room());
    held += places;
    return places;
  }

  /** What was held is needed no more: its events have entered, or do not. */
  public synchronized void release(int places) {
    held -= places;
  }

  /** How long a sender stays away who found no room. */
  public synchronized Duration comeback() {
    return comebacks.next(time.instant());
  }

  /** The runs that are not over. */
  public synchronized int runs() {
    return runs;
  }

  synchronized void enter(Event event) {
    if (runs++ == 0) {
      comebacks.beginAnew(time.instant());
    }
    bytes += event.data().bytes().length;
  }

  synchronized void leave(Event event) {
    runs--;
    comebacks.ended(time.instant());
    bytes -= event.data().bytes().length;
  }
}
