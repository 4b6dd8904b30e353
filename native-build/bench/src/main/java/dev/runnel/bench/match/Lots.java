package dev.runnel.bench.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Events like the lots of land of a city as GeoJSON has them, about 760 bytes each: some texts of
 * which one is nearly unique, and a polygon of numbers that nobody asks for, or objects of numbers
 * where somebody does.
 */
final class Lots {

  private static final String[] STREETS = {
    "UNKNOWN", "BRYANT", "MISSION", "FOLSOM", "CHENERY", "SPEAR", "LAKESHORE", "VALENCIA"
  };
  private static final String[] KINDS = {"ST", "AVE", "BLVD", "DR", "PL"};
  private static final int POINTS = 11;

  private Lots() {}

  /** So many of them, always the same. */
  static List<String> events(int count) {
    var random = new Random(1);
    var events = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      events.add(event(random, i));
    }
    return events;
  }

  /** The number of a lot, which rules ask for. */
  static String lot(int i) {
    return String.format(Locale.ROOT, "%07d", 1_000 + i * 7);
  }

  private static String event(Random random, int i) {
    String lot = lot(i);
    return """
        {"type": "Feature", "properties": {"MAPBLKLOT": "%s", "BLKLOT": "%s", "BLOCK_NUM": "%s", \
        "LOT_NUM": "%s", "FROM_ST": "%d", "TO_ST": "%d", "STREET": "%s", "ST_TYPE": %s, \
        "ODD_EVEN": "%s", "AREA": %s}, "geometry": {"type": "Polygon", "coordinates": [%s]}}"""
        .formatted(
            lot,
            lot,
            lot.substring(0, 4),
            lot.substring(4),
            random.nextInt(2_000),
            random.nextInt(2_000),
            STREETS[random.nextInt(STREETS.length)],
            random.nextInt(4) == 0 ? "null" : '"' + KINDS[random.nextInt(KINDS.length)] + '"',
            random.nextBoolean() ? "E" : "O",
            decimal(random.nextInt(100_000) / 100.0),
            points(random));
  }

  private static String points(Random random) {
    var points = new ArrayList<String>();
    for (int i = 0; i < POINTS; i++) {
      points.add(
          "{\"x\": %s, \"y\": %s, \"z\": %d}"
              .formatted(
                  decimal(-122.5 + random.nextInt(1_000) / 10_000.0),
                  decimal(37.7 + random.nextInt(1_000) / 10_000.0),
                  random.nextInt(3)));
    }
    return String.join(", ", points);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
