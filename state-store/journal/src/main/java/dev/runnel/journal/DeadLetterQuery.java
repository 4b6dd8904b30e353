package dev.runnel.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Which open dead letters are asked for: those that fit everything that is given.
 *
 * @param function the function or chain whose step failed
 * @param type of the event that started the run
 * @param code of the problem
 * @param since failed at that time or later
 * @param until failed before that time
 * @param limit how many a page has at most, 1 to {@link #MAX_LIMIT}
 * @param after where the page before this one ended
 */
public record DeadLetterQuery(
    Optional<String> function,
    Optional<String> type,
    Optional<String> code,
    Optional<Instant> since,
    Optional<Instant> until,
    int limit,
    Optional<Cursor> after) {

  /** Dead letters of one page. */
  public static final int MAX_LIMIT = 1_000;

  /** A dead letter's place in the order of the answer. */
  public record Cursor(Instant at, String run, int position) {}

  /** Whether the letter is one of those, wherever the page before ended. */
  public boolean fits(DeadLetterBrief brief) {
    Instant at = brief.letter().at();
    return function.map(brief.function()::equals).orElse(true)
        && type.map(brief.event().type()::equals).orElse(true)
        && code.map(brief.letter().problem().code()::equals).orElse(true)
        && since.map(earliest -> !at.isBefore(earliest)).orElse(true)
        && until.map(at::isBefore).orElse(true);
  }
}
