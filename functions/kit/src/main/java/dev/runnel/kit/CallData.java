package dev.runnel.kit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.JsonText;
import dev.runnel.contract.Limits;
import dev.runnel.contract.manifest.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The data that a function gets for an event that was sent to it. */
final class CallData {
  private static final JsonFactory JSON = new JsonFactory();

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
      case Input.All() -> event.attribute("runnelrun") == null ? wrapped(event) : event;
    };
  }

  private static Event wrapped(Event event) {
    var bytes = new ByteArrayOutputStream(event.data().bytes().length + 256);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeFieldName("event");
      EventWriter.structured(event.with(named(event.data())), out);
      out.writeObjectFieldStart("results");
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("an event could not be written to memory", e);
    }
    return event.with(new Data(Data.JSON, bytes.toByteArray()));
  }

  /** Data without a media type is tried as JSON here as everywhere. */
  private static Data named(Data data) {
    boolean json = data.contentType() == null && JsonText.valid(data.bytes(), Limits.DEFAULT);
    return json ? new Data(Data.JSON, data.bytes()) : data;
  }
}
