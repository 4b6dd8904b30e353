package dev.runnel.faults.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which something was broken, or its consequences were still being mended. Calls that
 * touch it may have been made twice.
 */
public record Window(Instant from, Instant to) {

  /** What is done may go unwritten for 50 ms, and a commit takes its time on a busy machine. */
  private static final Duration UNWRITTEN = Duration.ofSeconds(2);

  /** The window of a fault that was there from then to then. */
  public static Window of(Instant injected, Instant mended) {
    return new Window(injected.minus(UNWRITTEN), mended);
  }

  /** Whether any of the time from one moment to another lies in it. */
  boolean touches(Instant begin, Instant end) {
    return !end.isBefore(from) && !begin.isAfter(to);
  }

  boolean holds(Instant moment) {
    return touches(moment, moment);
  }
}
