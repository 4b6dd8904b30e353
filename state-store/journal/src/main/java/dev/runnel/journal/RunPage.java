package dev.runnel.journal;

import java.util.List;
import java.util.Optional;

/**
 * Some of the runs that were asked for.
 *
 * @param next where the next page goes on; empty on the last
 * @param unreadable ids of runs that may be among those that were asked for, and of which cannot be
 *     read what is stored
 */
public record RunPage(
    List<RunBrief> runs, Optional<RunQuery.Cursor> next, List<String> unreadable) {

  public RunPage {
    runs = List.copyOf(runs);
    unreadable = List.copyOf(unreadable);
  }

  /** All of it could be read. */
  public RunPage(List<RunBrief> runs, Optional<RunQuery.Cursor> next) {
    this(runs, next, List.of());
  }
}
