package dev.runnel.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Time that passes only when there is nothing left to do now: one queue of all that is to happen,
 * in the order of its time, and what happens at the same time in the order in which it was said.
 */
final class VirtualTime extends Clock {

  /** When every simulation begins. */
  static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

  private record Happening(long nanos, long number, Runnable action) {}

  private final PriorityQueue<Happening> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Happening::nanos).thenComparingLong(Happening::number));
  private long nanos;
  private long number;

  /** The action is done when so much time has passed. */
  void in(Duration wait, Runnable action) {
    queue.add(new Happening(nanos + Math.max(0, wait.toNanos()), number++, action));
  }

  /** Everything happens that is to happen until then, or until it is enough. */
  void pass(Duration time, BooleanSupplier enough) {
    long end = nanos + time.toNanos();
    while (!enough.getAsBoolean() && !queue.isEmpty() && queue.peek().nanos() <= end) {
      Happening next = queue.remove();
      nanos = next.nanos();
      next.action().run();
    }
    if (!enough.getAsBoolean()) {
      nanos = end;
    }
  }

  /** How much has passed. */
  Duration passed() {
    return Duration.ofNanos(nanos);
  }

  @Override
  public Instant instant() {
    return BEGIN.plusNanos(nanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
