package dev.runnel.server.flow;

import dev.runnel.contract.Event;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.server.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** When a run's open steps fail: as configured, or earlier where the sender asks for it. */
public final class Deadline {

  private Deadline() {}

  /** Whether the event asks for nothing, or for something that can be read. */
  public static boolean isWellFormed(Event event) {
    return event.attribute(RunnelExtensions.DEADLINE) == null || asked(event).isPresent();
  }

  static Instant of(Event event, Instant latest) {
    return asked(event).filter(latest::isAfter).orElse(latest);
  }

  private static Optional<Instant> asked(Event event) {
    return Optional.ofNullable(event.attribute(RunnelExtensions.DEADLINE)).flatMap(Timestamp::read);
  }
}
