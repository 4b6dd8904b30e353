package dev.runnel.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of planted bugs, and of what has found each, as it stands in the documentation. */
final class BugTable {

  private static final String BEGIN = "<!-- planted bugs -->\n";
  private static final String END = "<!-- end of planted bugs -->";
  private static final String HEAD = "| bug | found after seeds | by |\n|---|---|---|\n";

  private final Map<PlantedBug, String> rows = new EnumMap<>(PlantedBug.class);

  void add(PlantedBug bug, long seeds, Finding finding) {
    rows.put(bug, "| %s | %d | %s |\n".formatted(bug.title(), seeds, finding.check().promise()));
  }

  /** The page with this table in place of the one that it has. */
  String in(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the page has no place between " + BEGIN + " and " + END);
    }
    return page.substring(0, begin + BEGIN.length())
        + HEAD
        + rows.values().stream().collect(Collectors.joining())
        + page.substring(end);
  }
}
