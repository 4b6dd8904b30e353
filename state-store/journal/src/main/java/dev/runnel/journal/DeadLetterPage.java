package dev.runnel.journal;

import java.util.List;
import java.util.Optional;

/**
 * Some of the dead letters that were asked for.
 *
 * @param next where the next page goes on; empty on the last
 * @param unreadable ids of runs that may have some of those that were asked for, and of which
 *     cannot be read what is stored
 */
public record DeadLetterPage(
    List<DeadLetterBrief> letters, Optional<DeadLetterQuery.Cursor> next, List<String> unreadable) {

  public DeadLetterPage {
    letters = List.copyOf(letters);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * The page that a query asks for, where all of it could be read.
   *
   * @param found what fits it, in order: all of it, or more than a page
   */
  public static DeadLetterPage of(List<DeadLetterBrief> found, DeadLetterQuery query) {
    return of(found, query, List.of());
  }

  /** The same, where some runs could not be read. */
  public static DeadLetterPage of(
      List<DeadLetterBrief> found, DeadLetterQuery query, List<String> unreadable) {
    if (found.size() <= query.limit()) {
      return new DeadLetterPage(found, Optional.empty(), unreadable);
    }
    List<DeadLetterBrief> page = found.subList(0, query.limit());
    return new DeadLetterPage(page, Optional.of(page.getLast().place()), unreadable);
  }
}
