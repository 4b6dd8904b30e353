package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.EventCase.RefusedRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code cases/batches.json}: a batch's body, and what reading it gives. In the body,
 * {@code $1} stands for a valid event with the id 1. Of each of the {@code events} the row says the
 * id, or the refusal.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
record BatchCase(String name, byte[] body, List<JsonNode> events, @Nullable RefusedRow refused) {

  static Stream<BatchCase> all() throws IOException {
    try (InputStream rows = BatchCase.class.getResourceAsStream("/cases/batches.json")) {
      var cases = new ArrayList<BatchCase>();
      new ObjectMapper().readTree(rows).forEach(row -> cases.add(of(row)));
      return cases.stream();
    }
  }

  /** A valid event in the JSON format. */
  static String event(String id) {
    return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/s\",\"type\":\"t\"}";
  }

  private static BatchCase of(JsonNode row) {
    byte[] body = EventCase.bytes(row, "body");
    if (row.has("body")) {
      body = new String(body, UTF_8).replaceAll("\\$(\\d)", event("$1")).getBytes(UTF_8);
    }
    var events = new ArrayList<JsonNode>();
    row.path("events").forEach(events::add);
    JsonNode refused = row.get("refused");
    return new BatchCase(
        row.get("name").asText(), body, events, refused == null ? null : RefusedRow.of(refused));
  }

  /** Whether this is what the row says of one element. */
  static boolean describes(JsonNode expected, EventReading reading) {
    return switch (reading) {
      case EventReading.Read(Event event) ->
          expected.isTextual() && expected.asText().equals(event.id());
      case EventReading.Refused(Problem problem) ->
          expected.isObject() && RefusedRow.of(expected).describes(problem);
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
