package dev.runnel.cache;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads, other routers or a clock bring about. */
public final class Soon {

  /** Longer than anything takes that works. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(5);

  private Soon() {}

  /** Returns as soon as it is so; fails when it never is. */
  public static void holds(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Still not so after %s: %s".formatted(PATIENCE, what));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
