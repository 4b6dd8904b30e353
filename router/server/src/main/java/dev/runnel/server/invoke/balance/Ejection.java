package dev.runnel.server.invoke.balance;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether one URL gets calls. After a number of failures in a row it is left alone for a pause;
 * then it gets calls again, and a single failure is enough for a pause of twice the length. Safe
 * for any thread.
 */
public final class Ejection {

  /**
   * When a URL is left alone.
   *
   * @param failures in a row; 0: never
   * @param pause the first
   * @param longest pauses grow up to this
   */
  public record Rule(int failures, Duration pause, Duration longest) {}

  private final Rule rule;
  private int failures;
  private Instant until = Instant.MIN;
  private Duration next;

  public Ejection(Rule rule) {
    this.rule = rule;
    this.next = rule.pause();
  }

  /** Whether it is left alone. */
  public synchronized boolean isOut(Instant now) {
    return now.isBefore(until);
  }

  /** A call has worked, or a health check: whatever was before is forgotten. */
  public synchronized void succeeded() {
    failures = 0;
    until = Instant.MIN;
    next = rule.pause();
  }

  /** It is known not to work, and if it is left alone, that goes on at least until then. */
  public synchronized void keepOut(Instant now, Instant then) {
    if (isOut(now) && then.isAfter(until)) {
      until = then;
    }
  }

  /**
   * A call has failed, or a health check.
   *
   * @return whether this is what put it out
   */
  public synchronized boolean failed(Instant now) {
    failures++;
    if (rule.failures() == 0 || failures < rule.failures() || isOut(now)) {
      return false;
    }
    until = now.plus(next);
    Duration twice = next.multipliedBy(2);
    next = twice.compareTo(rule.longest()) < 0 ? twice : rule.longest();
    return true;
  }
}
