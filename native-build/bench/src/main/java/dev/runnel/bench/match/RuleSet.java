package dev.runnel.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules for {@link Lots}, by what they test; as EventBridge writes them. */
public enum RuleSet {
  EXACT("properties", "MAPBLKLOT", "\"%1$s\""),
  PREFIX("properties", "STREET", "{\"prefix\": \"%2$s\"}"),
  SUFFIX("properties", "STREET", "{\"suffix\": \"%3$s\"}"),
  WILDCARD("properties", "MAPBLKLOT", "{\"wildcard\": \"%4$s*%5$s\"}"),
  EQUALS_IGNORE_CASE("properties", "STREET", "{\"equals-ignore-case\": \"%6$s\"}"),
  ANYTHING_BUT("properties", "STREET", "{\"anything-but\": [\"%7$s\", \"UNKNOWN\"]}"),
  ANYTHING_BUT_PREFIX("properties", "STREET", "{\"anything-but\": {\"prefix\": \"%2$s\"}}"),
  ANYTHING_BUT_SUFFIX("properties", "STREET", "{\"anything-but\": {\"suffix\": \"%3$s\"}}"),
  ANYTHING_BUT_IGNORE_CASE(
      "properties", "STREET", "{\"anything-but\": {\"equals-ignore-case\": [\"%6$s\"]}}"),
  ANYTHING_BUT_WILDCARD("properties", "STREET", "{\"anything-but\": {\"wildcard\": \"*%8$s*\"}}"),
  NUMERIC("properties", "AREA", "{\"numeric\": [\">=\", %9$d, \"<\", %10$d]}"),
  COMPLEX_ARRAYS("geometry", "coordinates", ""),
  ALL("", "", "");

  /** Rules of each kind. */
  private static final int RULES = 5;

  private static final String[][] STREETS = {
    {"BRY", "ANT", "Bryant", "BRYANT", "RYA"},
    {"MIS", "ION", "Mission", "MISSION", "SSI"},
    {"FOL", "SOM", "Folsom", "FOLSOM", "OLS"},
    {"CHE", "ERY", "Chenery", "CHENERY", "ENE"},
    {"LAKE", "SHORE", "LakeShore", "LAKESHORE", "KES"},
  };

  private final String section;
  private final String field;
  private final String test;

  RuleSet(String section, String field, String test) {
    this.section = section;
    this.field = field;
    this.test = test;
  }

  List<String> rules() {
    return switch (this) {
      case ALL ->
          Stream.of(values()).filter(it -> it != ALL).flatMap(it -> it.rules().stream()).toList();
      case COMPLEX_ARRAYS -> IntStream.range(0, RULES).mapToObj(RuleSet::points).toList();
      default -> IntStream.range(0, RULES).mapToObj(this::rule).toList();
    };
  }

  private String rule(int i) {
    String[] street = STREETS[i];
    String lot = Lots.lot(i * 13);
    String one =
        test.formatted(
            lot,
            street[0],
            street[1],
            lot.substring(0, 5),
            lot.substring(6),
            street[2],
            street[3],
            street[4],
            i * 150,
            i * 150 + 100);
    return "{\"%s\": {\"%s\": [%s]}}".formatted(section, field, one);
  }

  /** One point has all of it. */
  private static String points(int i) {
    var tests = new ArrayList<String>();
    tests.add("\"x\": [{\"numeric\": [\"<\", %s]}]".formatted(-122.5 + 0.02 * (i + 1)));
    tests.add("\"y\": [{\"numeric\": [\">\", %s]}]".formatted(37.7 + 0.015 * i));
    tests.add("\"z\": [%d]".formatted(i % 3));
    return "{\"geometry\": {\"type\": [\"Polygon\"], \"coordinates\": {%s}}}"
        .formatted(String.join(", ", tests));
  }
}
