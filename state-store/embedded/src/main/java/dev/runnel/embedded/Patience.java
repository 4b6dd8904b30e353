package dev.runnel.embedded;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting for another process, which cannot call back: short pauses until a deadline. */
record Patience(long deadline) {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  static Patience of(Duration time) {
    return new Patience(System.nanoTime() + time.toNanos());
  }

  /**
   * Pauses a moment.
   *
   * @return false: the time is over
   */
  boolean lasts() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while waiting for the database's processes");
    }
    LockSupport.parkNanos(PAUSE);
    return System.nanoTime() < deadline;
  }
}
