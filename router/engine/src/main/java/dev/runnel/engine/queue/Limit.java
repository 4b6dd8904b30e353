package dev.runnel.engine.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * One limit on a function's calls. A call leaves the queue when every limit has room for it, and
 * then takes something of each. Not thread-safe.
 */
public interface Limit {

  /** What {@link #missing} says where only the end of a call makes room. */
  Duration UNTIL_ONE_ENDS = Duration.ofSeconds(Long.MAX_VALUE);

  /** Zero if there is room for one more call; else how long there is surely none. */
  Duration missing(Instant now);

  /** A call is made. There need not have been room. */
  void take(Instant now);

  /** A call has ended that had taken. */
  void giveBack();
}
