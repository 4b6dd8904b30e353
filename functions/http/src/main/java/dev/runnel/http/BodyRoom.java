package dev.runnel.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that bodies on their way may take, all together: without it, as many connections as
 * are allowed could each be sending as much as one may. What is small is not counted, so that small
 * requests get through whoever else is sending. Safe for any thread.
 */
final class BodyRoom {

  /** Bytes of each body that are not counted. */
  static final int UNCOUNTED = 4 << 10;

  /** Of the heap: what is read is copied once or twice more. */
  private static final int SHARE = 4;

  private static final BodyRoom SHARED = new BodyRoom();

  private final AtomicLong taken = new AtomicLong();

  private BodyRoom() {}

  /** The one of this process. */
  static BodyRoom shared() {
    return SHARED;
  }

  /** Asked for when it counts: a native executable is made in a process with another heap. */
  long limit() {
    return Runtime.getRuntime().maxMemory() / SHARE;
  }

  /** Takes so many bytes, if they are there. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= limit()) {
      return true;
    }
    give(bytes);
    return false;
  }

  /** Gives them back. */
  void give(long bytes) {
    taken.addAndGet(-bytes);
  }
}
