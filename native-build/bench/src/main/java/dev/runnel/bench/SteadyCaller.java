package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.SynchronizedHistogram;
import org.jspecify.annotations.Nullable;

/**
 * A caller in good faith, a process of its own: it posts an event at fixed times (an open loop) and
 * waits for its run, or only for its acknowledgement. Latency counts from the time at which a
 * request was to be sent, so that none that had to wait for others is left out.
 */
public final class SteadyCaller {

  private static final int CONNECTIONS = 16;
  private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();
  private static final int DIGITS = 3;
  private static final int WAITED = 200;
  private static final String NUMBER = "0".repeat(16);
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() << 16);

  private final int port;
  private final long intervalNanos;
  private final String request;
  private final int expected;
  private final @Nullable Conversation[] conversations = new @Nullable Conversation[CONNECTIONS];

  private SteadyCaller(int port, int perSecond, String type, int expected) {
    this.port = port;
    this.intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
    this.request = request(type, expected);
    this.expected = expected;
  }

  /**
   * Arguments: the router's port, requests a second, the events' type, and the status that each
   * must be answered with: 200 asks to wait for the run, 202 does not. Each line of the standard
   * input is a number of milliseconds to call for, and is answered with a line: the median and the
   * 99th percentile in microseconds, requests that were answered, and those that were not.
   */
  public static void main(String[] args) {
    var caller =
        new SteadyCaller(
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]),
            args[2],
            Integer.parseInt(args[3]));
    for (String line = IO.readln(); line != null; line = IO.readln()) {
      IO.println(caller.calls(Duration.ofMillis(Long.parseLong(line))).line());
    }
  }

  private Steadiness calls(Duration time) {
    var latencies = new SynchronizedHistogram(LONGEST_NANOS, DIGITS);
    var failures = new AtomicInteger();
    long begin = System.nanoTime() + intervalNanos;
    long end = begin + time.toNanos();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (int i = 0; i < CONNECTIONS; i++) {
        int connection = i;
        threads.execute(
            () -> {
              long step = CONNECTIONS * intervalNanos;
              for (long due = begin + connection * intervalNanos; due < end; due += step) {
                if (posted(connection, due)) {
                  latencies.recordValue(Math.min(System.nanoTime() - due, LONGEST_NANOS));
                } else {
                  failures.incrementAndGet();
                }
              }
            });
      }
    }
    return Steadiness.of(latencies, failures.get());
  }

  private boolean posted(int connection, long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    try {
      Conversation kept = conversations[connection];
      if (kept == null) {
        kept = Conversation.with(port);
        conversations[connection] = kept;
      }
      return kept.exchange(numbered()) == expected;
    } catch (IOException broken) {
      conversations[connection] = null;
      return false;
    }
  }

  private byte[] numbered() {
    String number = Long.toHexString((1L << 60) + NUMBERS.incrementAndGet());
    return request.replace(NUMBER, number).getBytes(US_ASCII);
  }

  private static String request(String type, int expected) {
    String waiting = new String(Subject.request("/", type), US_ASCII);
    return expected == WAITED ? waiting : waiting.replace("Prefer: wait=10\r\n", "");
  }
}
