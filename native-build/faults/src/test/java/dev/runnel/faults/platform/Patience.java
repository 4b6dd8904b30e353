package dev.runnel.faults.platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something that comes true, which is bounded. */
public final class Patience {

  private static final Duration LOOK = Duration.ofMillis(50);

  private Patience() {}

  /**
   * Waits until something is so. What it throws counts as no.
   *
   * @throws AssertionError if it does not come true
   */
  public static void until(String what, Duration longest, Callable<Boolean> truth) {
    long end = System.nanoTime() + longest.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        if (truth.call()) {
          return;
        }
      } catch (Exception e) {
        last = e;
      }
      pause(LOOK);
    }
    throw new AssertionError("Not within %s: %s".formatted(longest, what), last);
  }

  /** Lets time pass. */
  public static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
