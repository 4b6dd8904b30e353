package dev.runnel.server.state;

import dev.runnel.server.resource.Kind;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Durations as parameters say them (ISO 8601): {@code PT10M}. */
final class Durations {

  private Durations() {}

  /** A duration of that length. */
  static Kind between(Duration shortest, Duration longest) {
    return new Kind(
        "a duration from %s to %s".formatted(shortest, longest),
        value ->
            read(value)
                .filter(it -> it.compareTo(shortest) >= 0 && it.compareTo(longest) <= 0)
                .isPresent());
  }

  static Optional<Duration> read(String value) {
    try {
      return Optional.of(Duration.parse(value));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
