package dev.runnel.http;

import dev.runnel.contract.Problem;
import io.vertx.core.net.SocketAddress;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A line in the log about each request that was refused for what it was: which code its problem
 * had, and where it came from, nothing that it said. Whoever sends rubbish sends much of it, so
 * there are only so many lines, and the next one says how many were left out.
 */
public final class RejectionLog {

  static final int MAX_LINES = 10;
  static final long WINDOW_NANOS = 10_000_000_000L;

  /** Malformed, without permission, slow, large, or in a format that is not taken. */
  private static final Set<Integer> STATUSES = Set.of(400, 401, 403, 408, 413, 414, 415, 431);

  private static final Logger LOG = Logger.getLogger("dev.runnel.security");
  private static final RejectionLog SHARED = new RejectionLog(System::nanoTime);

  private final LongSupplier nanoTime;
  private long windowBegan;
  private int lines;
  private int leftOut;

  RejectionLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The one of this process: its limit is for all of its connections together. */
  public static RejectionLog shared() {
    return SHARED;
  }

  /** The request from there was answered with this problem. */
  public void rejected(Problem problem, @Nullable SocketAddress source) {
    String line = line(problem, source == null ? "unknown" : source.hostAddress());
    if (line != null) {
      LOG.info(line);
    }
  }

  /** What is to be logged, null when there is nothing to log now. */
  synchronized @Nullable String line(Problem problem, @Nullable String source) {
    if (!STATUSES.contains(problem.status())) {
      return null;
    }
    long now = nanoTime.getAsLong();
    // A window begins with its first line: a native executable has this from another machine, whose
    // clock counted from another time.
    if (lines == 0 || now - windowBegan >= WINDOW_NANOS) {
      windowBegan = now;
      lines = 0;
    }
    if (lines == MAX_LINES) {
      leftOut++;
      return null;
    }
    lines++;
    String line =
        "security.reject reason=%s source_ip=%s left_out=%d"
            .formatted(problem.code(), source, leftOut);
    leftOut = 0;
    return line;
  }
}
