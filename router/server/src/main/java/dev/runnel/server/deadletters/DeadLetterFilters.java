package dev.runnel.server.deadletters;

import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.DeadLetterQuery.Cursor;
import dev.runnel.server.Timestamp;
import dev.runnel.server.resource.Kind;
import dev.runnel.server.resource.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters by which dead letters are chosen, and what they ask of the journal. */
final class DeadLetterFilters {

  private static final int DEFAULT_LIMIT = 50;

  /** Those that leave some dead letters out. */
  private static final List<String> CHOOSING =
      List.of("function", "type", "code", "since", "until");

  private static final Kind TIME =
      new Kind(
          "a timestamp such as 2026-02-28T09:30:00Z; a + in it is written %2B",
          value -> Timestamp.read(value).isPresent());
  private static final Kind AFTER =
      new Kind("what a page before named", value -> LetterMark.read(value).isPresent());

  static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("function", Kind.TEXT),
          Map.entry("type", Kind.TEXT),
          Map.entry("code", Kind.TEXT),
          Map.entry("since", TIME),
          Map.entry("until", TIME),
          Map.entry("limit", Kind.countTo(DeadLetterQuery.MAX_LIMIT)),
          Map.entry("after", AFTER));

  private DeadLetterFilters() {}

  /** These parameters and more. */
  static Map<String, Kind> and(Map<String, Kind> more) {
    var all = new HashMap<>(KINDS);
    all.putAll(more);
    return all;
  }

  /** What they ask for. */
  static DeadLetterQuery query(Parameters filters) {
    return new DeadLetterQuery(
        filters.find("function"),
        filters.find("type"),
        filters.find("code"),
        filters.find("since").flatMap(Timestamp::read),
        filters.find("until").flatMap(Timestamp::read),
        filters.find("limit").map(Integer::valueOf).orElse(DEFAULT_LIMIT),
        filters.find("after").flatMap(LetterMark::read));
  }

  /** Whether they leave any dead letters out. */
  static boolean choose(Parameters filters) {
    return CHOOSING.stream().anyMatch(name -> filters.find(name).isPresent());
  }

  /** The URI of the next page, where this was the last letter's place on the page before. */
  static String next(String path, Parameters filters, Cursor last) {
    return path + "?" + filters.with("after", LetterMark.of(last)).encoded();
  }
}
