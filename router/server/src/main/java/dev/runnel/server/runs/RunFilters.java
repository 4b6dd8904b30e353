package dev.runnel.server.runs;

import dev.runnel.engine.run.RunState;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.RunQuery.Attributes;
import dev.runnel.journal.RunQuery.Cursor;
import dev.runnel.server.Timestamp;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The parameters of a list of runs, and what they ask of the journal. */
final class RunFilters {

  private static final int DEFAULT_LIMIT = 50;

  private static final Kind STATE =
      new Kind(
          "running, waiting, succeeded, failed or cancelled",
          value -> Arrays.stream(RunState.values()).anyMatch(state -> word(state).equals(value)));
  private static final Kind TIME =
      new Kind(
          "a timestamp such as 2026-02-28T09:30:00Z; a + in it is written %2B",
          value -> Timestamp.read(value).isPresent());
  private static final Kind AFTER =
      new Kind("what a page before named", value -> PageMark.read(value).isPresent());

  static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("state", STATE),
          Map.entry("type", Kind.TEXT),
          Map.entry("source", Kind.TEXT),
          Map.entry("subject", Kind.TEXT),
          Map.entry("id", Kind.TEXT),
          Map.entry("function", Kind.TEXT),
          Map.entry("parent", Kind.TEXT),
          Map.entry("root", Kind.TEXT),
          Map.entry("since", TIME),
          Map.entry("until", TIME),
          Map.entry("limit", Kind.countTo(RunQuery.MAX_LIMIT)),
          Map.entry("after", AFTER));

  private RunFilters() {}

  /**
   * What they ask for.
   *
   * @param known as {@link RunQuery} says
   */
  static RunQuery query(Parameters filters, Instant known) {
    return new RunQuery(
        new Attributes(
            filters.find("type"),
            filters.find("source"),
            filters.find("subject"),
            filters.find("id")),
        filters.find("state").map(word -> RunState.valueOf(word.toUpperCase(Locale.ROOT))),
        filters.find("function"),
        filters.find("parent"),
        filters.find("root"),
        filters.find("since").flatMap(Timestamp::read),
        filters.find("until").flatMap(Timestamp::read),
        filters.find("limit").map(Integer::valueOf).orElse(DEFAULT_LIMIT),
        filters.find("after").flatMap(PageMark::read),
        known);
  }

  /** Those of the next page, where this was the last run's place on the page before. */
  static Parameters goingOn(Parameters filters, Cursor last) {
    return filters.with("after", PageMark.of(last));
  }

  private static String word(RunState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
