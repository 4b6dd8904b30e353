package dev.runnel.journal;

import java.util.List;
import java.util.Optional;

/**
 * Some of the dead letters that were asked for.
 *
 * @param next where the next page goes on; empty on the last
 */
public record DeadLetterPage(List<DeadLetterBrief> letters, Optional<DeadLetterQuery.Cursor> next) {

  public DeadLetterPage {
    letters = List.copyOf(letters);
  }

  /**
   * The page that a query asks for.
   *
   * @param found what fits it, in order: all of it, or more than a page
   */
  public static DeadLetterPage of(List<DeadLetterBrief> found, DeadLetterQuery query) {
    if (found.size() <= query.limit()) {
      return new DeadLetterPage(found, Optional.empty());
    }
    List<DeadLetterBrief> page = found.subList(0, query.limit());
    return new DeadLetterPage(page, Optional.of(page.getLast().place()));
  }
}
