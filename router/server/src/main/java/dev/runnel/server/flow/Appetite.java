package dev.runnel.server.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many runs may be taken up together. To look for a few costs as much as to look for many, so
 * that there is to be room for a page of them, unless that takes too long. On one loop only.
 */
final class Appetite {

  /** Runs that are read together. */
  private static final int PAGE = 200;

  /** Of those that may go on, so that enough do while a page is read. */
  private static final int SHARE = 5;

  /** How long there may be less room than for a page. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final int most;
  private final int page;

  /** Since when there has been less room than for a page. */
  private @Nullable Instant since;

  /**
   * An appetite.
   *
   * @param most runs that may go on
   */
  Appetite(int most) {
    this.most = most;
    this.page = Math.min(PAGE, Math.max(1, most / SHARE));
  }

  /**
   * How many may be looked for now, at most a page; 0: none, or it is better to wait.
   *
   * @param going runs that go on
   */
  int at(Instant now, int going) {
    int room = Math.min(page, most - going);
    if (room < page && since == null) {
      since = now;
    }
    boolean waits = room < page && Duration.between(since, now).compareTo(PATIENCE) < 0;
    if (room <= 0 || waits) {
      return 0;
    }
    since = null;
    return room;
  }
}
