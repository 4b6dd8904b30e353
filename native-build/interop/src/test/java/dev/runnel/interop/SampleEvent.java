package dev.runnel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code cases/events.json}, whose README says what its keys mean.
 *
 * @param number the row's place, from 0
 */
record SampleEvent(int number, JsonNode row) {

  private static final Map<String, String> DEFAULTS =
      Map.of("specversion", "1.0", "type", "sdk.sent", "time", "2026-02-28T09:30:00.123Z");

  /** What becomes of the row where nobody percent-encodes its headers. */
  sealed interface Unencoded {

    /** The router gets these attributes instead; none where the row survives. */
    record Differs(Map<String, String> attributes) implements Unencoded {}

    /** The router answers 400. */
    record Refused() implements Unencoded {}

    /** HTTP clients do not send it. */
    record Unsent() implements Unencoded {}
  }

  static List<SampleEvent> all() {
    try (InputStream table = SampleEvent.class.getResourceAsStream("/cases/events.json")) {
      var rows = new ArrayList<SampleEvent>();
      new ObjectMapper()
          .readTree(table)
          .forEach(row -> rows.add(new SampleEvent(rows.size(), row)));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The event that the row means.
   *
   * @param sender makes id and source another than those of the row's other senders
   */
  Event event(String sender) {
    SortedMap<String, String> attributes = new TreeMap<>(DEFAULTS);
    attributes.put("id", sender + "-" + number);
    attributes.put("source", "/" + sender + "/" + number);
    attributes.putAll(texts(row.path("attributes")));
    attributes.putAll(texts(row.path("extensions")));
    return new Event(attributes, new Data(row.path("contentType").textValue(), data()));
  }

  /** Extensions as the sender holds them: strings, booleans, integers. */
  Map<String, JsonNode> extensions() {
    var extensions = new TreeMap<String, JsonNode>();
    row.path("extensions").properties().forEach(e -> extensions.put(e.getKey(), e.getValue()));
    return extensions;
  }

  Unencoded unencoded() {
    JsonNode unencoded = row.path("unencoded");
    return switch (unencoded.asText()) {
      case "refused" -> new Unencoded.Refused();
      case "unsent" -> new Unencoded.Unsent();
      case "" -> new Unencoded.Differs(texts(unencoded));
      default -> throw new IllegalStateException(this + " has an unknown " + unencoded);
    };
  }

  /** The event without what Runnel and brokers add to it on its way. */
  static Event plain(Event event) {
    SortedMap<String, String> attributes = new TreeMap<>(event.attributes());
    attributes.keySet().removeIf(name -> name.startsWith("runnel"));
    return new Event(attributes, event.data());
  }

  @Override
  public String toString() {
    return row.path("name").asText();
  }

  private byte[] data() {
    JsonNode json = row.path("json");
    if (!(json instanceof MissingNode)) {
      return json.toString().getBytes(UTF_8);
    }
    @Nullable String base64 = row.path("base64").textValue();
    return base64 == null
        ? row.path("text").asText().repeat(row.path("times").asInt(1)).getBytes(UTF_8)
        : Base64.getDecoder().decode(base64);
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new TreeMap<String, String>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
