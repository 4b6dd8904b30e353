package dev.runnel.engine.run;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Durations as people write them: {@code 200ms}, {@code 3s}, {@code 24h}. */
final class Times {

  private static final List<Map.Entry<String, ChronoUnit>> UNITS =
      List.of(
          Map.entry("h", ChronoUnit.HOURS),
          Map.entry("m", ChronoUnit.MINUTES),
          Map.entry("s", ChronoUnit.SECONDS),
          Map.entry("ms", ChronoUnit.MILLIS));

  private Times() {}

  static Duration read(String text) {
    String unit = text.replaceAll("\\d", "");
    return UNITS.stream()
        .filter(known -> known.getKey().equals(unit))
        .findFirst()
        .map(known -> Duration.of(Long.parseLong(text.replaceAll("\\D", "")), known.getValue()))
        .orElseThrow(() -> new IllegalArgumentException("not a time: " + text));
  }

  /** In the largest unit that leaves no rest. */
  static String write(Duration time) {
    long millis = time.toMillis();
    for (Map.Entry<String, ChronoUnit> unit : UNITS) {
      long length = unit.getValue().getDuration().toMillis();
      if (millis % length == 0 && (millis != 0 || length == 1)) {
        return millis / length + unit.getKey();
      }
    }
    throw new IllegalArgumentException("not in whole milliseconds: " + time);
  }
}
