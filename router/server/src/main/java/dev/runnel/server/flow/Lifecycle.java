package dev.runnel.server.flow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.engine.run.Hops;
import dev.runnel.engine.run.Run;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.server.reply.RunCompleted;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What Runnel itself tells about a run, as events that functions can ask for. */
final class Lifecycle {

  private static final JsonFactory JSON = new JsonFactory();

  private Lifecycle() {}

  /**
   * What is told when this has happened.
   *
   * @param run as it is then
   */
  static Optional<Event> of(RunEvent event, Run run) {
    return told(event, run)
        .map(told -> told.with(Map.of(RunnelExtensions.HOPS, "" + (Hops.of(run.event()) + 1))));
  }

  private static Optional<Event> told(RunEvent event, Run run) {
    if (event instanceof RunEvent.Ended) {
      return Optional.of(RunCompleted.of(run));
    }
    return event instanceof RunEvent.Paused paused
        ? Optional.of(paused(paused, run))
        : Optional.empty();
  }

  /** One event for all runs that wait for the same probe of the same function. */
  private static Event paused(RunEvent.Paused paused, Run run) {
    String function = run.called(paused.step()).name();
    return Event.of(
        function + ".paused." + paused.until(),
        "/functions/" + function,
        Event.LIFECYCLE + "function.paused",
        Data.json(json(function, paused.reason(), paused.until())));
  }

  private static String json(String function, String reason, Instant until) {
    var text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("function", function);
      out.writeStringField("reason", reason);
      out.writeStringField("until", until.toString());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
