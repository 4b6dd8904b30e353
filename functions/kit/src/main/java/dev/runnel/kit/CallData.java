package dev.runnel.kit;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWithResults;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.contract.manifest.Input;
import java.util.Map;

/** The data that a function gets for an event that was sent to it. */
final class CallData {
  private CallData() {}

  /**
   * The event with the data that the function expects. Within a run the router has made it; an
   * event that comes from anywhere else is wrapped for a function that wants everything, so that it
   * works without a router too.
   */
  static Event of(Input input, Event event) {
    return switch (input) {
      case Input.OfEvent() -> event;
      case Input.OutputOf(String dependency) -> event;
      case Input.All() -> event.attribute(RunnelExtensions.RUN) == null ? wrapped(event) : event;
    };
  }

  private static Event wrapped(Event event) {
    return event.with(EventWithResults.data(event, Map.of()));
  }
}
