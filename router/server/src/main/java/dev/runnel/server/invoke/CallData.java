package dev.runnel.server.invoke;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventWithResults;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.JsonText;
import dev.runnel.contract.Problem;
import dev.runnel.engine.plan.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Builds the JSON that functions get where they want more than the event's own data. */
final class CallData {

  private static final JsonFactory JSON = new JsonFactory();

  /** Writes into an open generator. */
  private interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  private CallData() {}

  /** The event as the step sees it: with the data that its {@code with} picks, where it has one. */
  static Event eventOf(Event event, Step step) {
    return step.with().isEmpty() ? event : event.with(picked(event, step.with()));
  }

  /** {@code {event, outcome, problem}}. */
  static Data undoing(Event event, Data outcome, Problem problem) {
    return json(
        out -> {
          out.writeFieldName("event");
          EventWriter.structured(EventWithResults.readable(event), out);
          out.writeFieldName("outcome");
          JsonText.writeValue(outcome, out);
          out.writeObjectFieldStart("problem");
          out.writeStringField("code", problem.code());
          out.writeStringField("detail", problem.detail());
          out.writeEndObject();
        });
  }

  /** An object of what the pointers (RFC 6901) find in the structured event; the rest is absent. */
  private static Data picked(Event event, Map<String, String> pointers) {
    byte[] structured = EventWriter.structured(EventWithResults.readable(event));
    return json(
        out -> {
          for (Map.Entry<String, String> pointer : new TreeMap<>(pointers).entrySet()) {
            pick(structured, pointer.getValue(), pointer.getKey(), out);
          }
        });
  }

  private static void pick(byte[] json, String pointer, String field, JsonGenerator out)
      throws IOException {
    if (pointer.isEmpty()) { // the whole event, which the filter below would not find
      out.writeFieldName(field);
      out.writeRawValue(new String(json, UTF_8));
      return;
    }
    var filter = new JsonPointerBasedFilter(pointer);
    try (JsonParser parser =
        new FilteringParserDelegate(
            JSON.createParser(json), filter, Inclusion.ONLY_INCLUDE_ALL, false)) {
      if (parser.nextToken() != null) {
        out.writeFieldName(field);
        out.copyCurrentStructureExact(parser);
      }
    }
  }

  private static Data json(Content content) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      content.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Data(Data.JSON, bytes.toByteArray());
  }
}
