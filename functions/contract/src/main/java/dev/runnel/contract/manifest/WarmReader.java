package dev.runnel.contract.manifest;

import java.time.Duration;
import java.util.List;

/** Reads {@code warm}. */
final class WarmReader {

  private static final List<String> KEYS = List.of("min", "linger", "forecast", "windows");
  private static final List<String> WINDOW_KEYS = List.of("cron", "length", "min");
  private static final int MAX_INSTANCES = 1_000;
  private static final Duration LONGEST_LINGER = Duration.ofHours(24);
  private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

  private WarmReader() {}

  static Warm read(Field field) {
    Mapping warm = field.mapping().only(KEYS);
    return new Warm(
        warm.find("min").map(min -> min.number(0, MAX_INSTANCES)).orElse(Warm.DEFAULT.min()),
        warm.find("linger")
            .map(linger -> Durations.read(linger, Duration.ZERO, LONGEST_LINGER))
            .orElse(Warm.DEFAULT.linger()),
        warm.find("forecast").map(Field::flag).orElse(Warm.DEFAULT.forecast()),
        warm.entries("windows").stream().map(WarmReader::window).toList());
  }

  private static Warm.Window window(Field field) {
    Mapping window = field.mapping().only(WINDOW_KEYS);
    return new Warm.Window(
        window
            .require("cron", "when it begins, such as \"0 8 * * MON-FRI\"")
            .map(WarmReader::cron)
            .orElse(""),
        window
            .require("length", "how long it is, such as 1h")
            .map(length -> Durations.read(length, SHORTEST_WINDOW, LONGEST_WINDOW))
            .orElse(SHORTEST_WINDOW),
        window
            .require("min", "how many instances are up within it")
            .map(min -> min.number(0, MAX_INSTANCES))
            .orElse(0));
  }

  private static String cron(Field field) {
    String expression = field.text();
    if (field.is(Field.Kind.TEXT)) {
      Cron.fault(expression)
          .ifPresent(
              fault ->
                  field.wrong(
                      field.seen() + " has " + fault,
                      "five fields: minute, hour, day of the month, month, day of the week,"
                          + " such as \"0 8 * * MON-FRI\""));
    }
    return expression;
  }
}
