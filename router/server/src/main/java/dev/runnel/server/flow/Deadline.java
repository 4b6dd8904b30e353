package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When a run's open steps fail: as configured, or earlier where the sender asks for it. */
public final class Deadline {

  /** The extension by which a sender asks, a timestamp such as 2026-02-28T09:30:00Z. */
  public static final String ATTRIBUTE = "runneldeadline";

  private Deadline() {}

  /** Whether the event asks for nothing, or for something that can be read. */
  public static boolean isWellFormed(Event event) {
    return event.attribute(ATTRIBUTE) == null || asked(event).isPresent();
  }

  static Instant of(Event event, Instant latest) {
    return asked(event).filter(latest::isAfter).orElse(latest);
  }

  private static Optional<Instant> asked(Event event) {
    String asked = event.attribute(ATTRIBUTE);
    if (asked == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(asked).toInstant());
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }
}
