package dev.runnel.contract.manifest;

import java.time.Duration;

/**
 * How often and how soon a failed call is tried again.
 *
 * @param attempts calls in all, the first one included; 1 to 100
 * @param delay wait before the second attempt
 * @param max no wait is longer
 * @param jitter whether a wait is drawn evenly between nothing and its length ("full jitter", AWS
 *     Architecture Blog, "Exponential Backoff And Jitter", 2015)
 */
public record Retry(int attempts, Backoff backoff, Duration delay, Duration max, boolean jitter) {

  /** Three attempts, 0.2 s doubling up to 10 s, with jitter. */
  public static final Retry DEFAULT =
      new Retry(3, Backoff.EXPONENTIAL, Duration.ofMillis(200), Duration.ofSeconds(10), true);

  /** How waits grow from attempt to attempt. */
  public enum Backoff {
    /** Always the same. */
    CONSTANT,
    /** By one delay each time. */
    LINEAR,
    /** Doubled each time. */
    EXPONENTIAL
  }
}
