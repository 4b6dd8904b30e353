package dev.runnel.journal.keyed;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Numbers that many add to, exactly. Each call is one commit, in which it has its effect once or,
 * where it is refused, not at all. Where it fails with {@link
 * dev.runnel.journal.JournalUnavailable}, either may be so; with an operation of its own an
 * addition may be made again. Called from any thread, never blocks; answers arrive on any thread.
 *
 * <p>How many operations a capability may have known again is limited, as each takes room. An
 * addition that would have to be forgotten too early is refused: never is one made twice because
 * there was no room.
 */
public interface Counters {

  /** How long an operation is known again, at least. */
  Duration MEMORY = Duration.ofMinutes(10);

  /** Characters of an operation. */
  int LONGEST_OPERATION = 128;

  /**
   * Adds to a counter; one that is not there counts from 0.
   *
   * @param operation the caller's own name for this addition to this counter; where it was made
   *     before, within {@link #MEMORY}, nothing is added, and it is answered as it was then. Empty:
   *     it is not known again
   */
  Uni<Adding> add(Key key, long delta, Optional<String> operation);

  /** The value; empty: the counter is not there. */
  Uni<Optional<Long>> read(Key key);

  /** Lets the counter not be there; answers the value that it had. Operations stay known. */
  Uni<Optional<Long>> remove(Key key);

  /** What came of an addition. */
  sealed interface Adding permits Added, Overflow, QuotaExceeded {}

  /**
   * It is added.
   *
   * @param value of the counter after it
   */
  record Added(long value) implements Adding {}

  /**
   * A counter cannot count that far; nothing was added.
   *
   * @param value as it is
   */
  record Overflow(long value) implements Adding {}

  /** Fails where an operation's name cannot be kept. */
  static void checkOperation(Optional<String> operation) {
    operation.ifPresent(it -> Words.check("the operation", it, LONGEST_OPERATION));
  }
}
