package dev.runnel.journal;

import dev.runnel.engine.run.RunState;
import java.time.Instant;
import java.util.Optional;

/**
 * Which runs are asked for: those that fit everything that is given.
 *
 * @param attributes what is asked of the event
 * @param function the function or chain that has a step
 * @param parent the run that one of its outputs comes from
 * @param root the run at the head of its family; the head itself is one of them
 * @param since begun at that time or later
 * @param until begun before that time
 * @param limit how many runs a page has at most, 1 to {@link #MAX_LIMIT}
 * @param after where the page before this one ended
 * @param known what happened before then is written: a call that was wanted, and has not begun,
 *     waits for its turn
 */
public record RunQuery(
    Attributes attributes,
    Optional<RunState> state,
    Optional<String> function,
    Optional<String> parent,
    Optional<String> root,
    Optional<Instant> since,
    Optional<Instant> until,
    int limit,
    Optional<Cursor> after,
    Instant known) {

  /** Runs of one page. */
  public static final int MAX_LIMIT = 1_000;

  /** What is asked of the attributes of the event that started the run: equality. */
  public record Attributes(
      Optional<String> type,
      Optional<String> source,
      Optional<String> subject,
      Optional<String> id) {

    public static final Attributes ANY =
        new Attributes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A run's place in the order of the answer. */
  public record Cursor(Instant began, String run) {}

  /** The runs that outputs of this one started; of more than a page, the newest. */
  public static RunQuery childrenOf(String run) {
    return new RunQuery(
        Attributes.ANY,
        Optional.empty(),
        Optional.empty(),
        Optional.of(run),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MAX_LIMIT,
        Optional.empty(),
        Instant.MIN);
  }
}
