package dev.runnel.contract.manifest;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time: {@code 200ms}, {@code 2s}, {@code 5m}, {@code 1h} or ISO 8601. */
final class Durations {

  private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  /** Longer texts are not durations, and would be slow to parse. */
  private static final int LONGEST = 40;

  private Durations() {}

  /** A length of time within these bounds. */
  static Duration read(Field field, Duration least, Duration most) {
    String form =
        "a length of time from %s to %s, such as 200ms, 2s, 5m, 1h or PT0.2S"
            .formatted(least, most);
    String text = field.scalar(form);
    Optional<Duration> parsed = parse(text);
    boolean good =
        parsed.filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0).isPresent();
    if (!good && !text.isEmpty()) {
      field.wrong(field.seen(), form);
    }
    return parsed.orElse(least);
  }

  private static Optional<Duration> parse(String text) {
    Matcher matcher = WITH_UNIT.matcher(text);
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      return Optional.of(
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
          });
    }
    try {
      return text.length() > LONGEST ? Optional.empty() : Optional.of(Duration.parse(text));
    } catch (DateTimeParseException notIso) {
      return Optional.empty();
    }
  }
}
