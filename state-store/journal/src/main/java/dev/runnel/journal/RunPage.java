package dev.runnel.journal;

import java.util.List;
import java.util.Optional;

/**
 * Some of the runs that were asked for.
 *
 * @param next where the next page goes on; empty on the last
 */
public record RunPage(List<RunBrief> runs, Optional<RunQuery.Cursor> next) {

  public RunPage {
    runs = List.copyOf(runs);
  }
}
