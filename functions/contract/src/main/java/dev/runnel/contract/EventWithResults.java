package dev.runnel.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a function with {@code input: all} gets: JSON {@code {event, results}}, the structured event
 * and the values of its direct dependencies by name.
 */
public final class EventWithResults {

  private static final JsonFactory JSON = new JsonFactory();

  private EventWithResults() {}

  /** The event and the results as data; a dependency without an outcome is absent. */
  public static Data data(Event event, Map<String, Data> results) {
    var bytes = new ByteArrayOutputStream(event.data().bytes().length + 256);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeFieldName("event");
      EventWriter.structured(readable(event), out);
      out.writeObjectFieldStart("results");
      for (Map.Entry<String, Data> result : new TreeMap<>(results).entrySet()) {
        out.writeFieldName(result.getKey());
        JsonText.writeValue(result.getValue(), out);
      }
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("an event could not be written to memory", e);
    }
    return new Data(Data.JSON, bytes.toByteArray());
  }

  /**
   * The event as a structured view shows it: data without a media type that is JSON counts as JSON,
   * as it does for a function that reads it.
   */
  public static Event readable(Event event) {
    Data data = event.data();
    boolean isJson = data.contentType() == null && JsonText.valid(data.bytes(), Limits.DEFAULT);
    return isJson ? event.with(new Data(Data.JSON, data.bytes())) : event;
  }
}
