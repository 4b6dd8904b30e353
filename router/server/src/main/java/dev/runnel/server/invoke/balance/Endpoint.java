package dev.runnel.server.invoke.balance;

import dev.runnel.server.invoke.address.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One URL of a function, and how calls to it have fared. Safe for any thread. */
public final class Endpoint {

  /** The share that the newest answer has in the average of their times. */
  private static final double NEWEST = 0.3;

  private final Destination destination;
  private final Optional<Destination> health;
  private final Ejection ejection;
  private int going;
  private double averageNanos;

  /**
   * @param health what is asked for to see whether it is well, if anything
   */
  public Endpoint(Destination destination, Optional<Destination> health, Ejection.Rule rule) {
    this.destination = destination;
    this.health = health;
    this.ejection = new Ejection(rule);
  }

  public Destination destination() {
    return destination;
  }

  public Optional<Destination> health() {
    return health;
  }

  public boolean isOut(Instant now) {
    return ejection.isOut(now);
  }

  /** Calls that are not over. */
  public synchronized int going() {
    return going;
  }

  /** The mean time of an answer, newer ones weighing more; 0 while there was none. */
  public synchronized double averageNanos() {
    return averageNanos;
  }

  /** A call begins. */
  public synchronized void begin() {
    going++;
  }

  /** A call is over, whatever came of it. */
  public synchronized void end() {
    going--;
  }

  /** There was an answer after this time. */
  public synchronized void answered(Duration took) {
    double nanos = Math.max(1, took.toNanos());
    averageNanos = averageNanos == 0 ? nanos : NEWEST * nanos + (1 - NEWEST) * averageNanos;
  }

  /** It works. */
  public void well() {
    ejection.succeeded();
  }

  /**
   * It does not.
   *
   * @return whether it is left alone from now on, and was not before
   */
  public boolean unwell(Instant now) {
    return ejection.failed(now);
  }

  /** If it is left alone, that goes on at least until then. */
  public void keepOut(Instant now, Instant then) {
    ejection.keepOut(now, then);
  }
}
