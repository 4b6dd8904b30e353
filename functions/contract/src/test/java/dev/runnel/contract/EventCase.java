package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code cases/events.json}: a message, and what reading it gives. A row's {@code body}
 * and {@code data} are text in UTF-8, {@code bodyBase64} and {@code dataBase64} any bytes. A {@code
 * path} of {@code *} stands for some position.
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
record EventCase(
    String name,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    @Nullable Event read,
    @Nullable RefusedRow refused) {

  /** What the row says of a refusal. */
  record RefusedRow(int status, String code, @Nullable String path) {

    boolean describes(Problem problem) {
      boolean samePlace =
          "*".equals(path)
              ? String.valueOf(problem.path()).matches("line \\d+, column \\d+")
              : Objects.equals(path, problem.path());
      return samePlace && status == problem.status() && code.equals(problem.code());
    }

    static RefusedRow of(JsonNode refused) {
      return new RefusedRow(
          refused.get("status").asInt(),
          refused.get("code").asText(),
          refused.get("path").textValue());
    }
  }

  static Stream<EventCase> all() throws IOException {
    try (InputStream rows = EventCase.class.getResourceAsStream("/cases/events.json")) {
      var cases = new ArrayList<EventCase>();
      new ObjectMapper().readTree(rows).forEach(row -> cases.add(of(row)));
      return cases.stream();
    }
  }

  private static EventCase of(JsonNode row) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    row.get("headers").forEach(h -> headers.add(Map.entry(h.get(0).asText(), h.get(1).asText())));
    JsonNode read = row.get("read");
    JsonNode refused = row.get("refused");
    return new EventCase(
        row.get("name").asText(),
        headers,
        bytes(row, "body"),
        read == null ? null : event(read),
        refused == null ? null : RefusedRow.of(refused));
  }

  private static Event event(JsonNode read) {
    SortedMap<String, String> attributes = new TreeMap<>();
    read.get("attributes").properties().forEach(a -> attributes.put(a.getKey(), text(a)));
    return new Event(
        attributes, new Data(read.get("contentType").textValue(), bytes(read, "data")));
  }

  private static String text(Map.Entry<String, JsonNode> attribute) {
    return attribute.getValue().asText();
  }

  static byte[] bytes(JsonNode node, String key) {
    JsonNode base64 = node.get(key + "Base64");
    return base64 == null
        ? node.get(key).asText().getBytes(UTF_8)
        : Base64.getDecoder().decode(base64.asText());
  }

  @Override
  public String toString() {
    return name;
  }
}
