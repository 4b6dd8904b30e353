package dev.runnel.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import java.util.Map;
import java.util.TreeMap;

/**
 * The extensions that Knative wants on every event that leaves for the sink: the {@code extensions}
 * of {@code K_CE_OVERRIDES}.
 */
record EventOverrides(Map<String, String> extensions) {
  static final String KEY = "K_CE_OVERRIDES";
  static final EventOverrides NONE = new EventOverrides(Map.of());

  private static final String EXPECTED =
      "expected JSON such as {\"extensions\": {\"name\": \"value\"}}";
  private static final ObjectMapper JSON = new ObjectMapper();

  EventOverrides {
    extensions = Map.copyOf(extensions);
  }

  /** The overrides that this JSON writes; anything else is a mistake that stops the start. */
  static EventOverrides parse(String text) {
    JsonNode root = json(text);
    JsonNode extensions = root.path("extensions");
    if (!root.isObject() || !(extensions.isObject() || extensions.isMissingNode())) {
      throw new IllegalArgumentException(KEY + " is other JSON; " + EXPECTED);
    }
    var values = new TreeMap<String, String>();
    extensions.properties().forEach(each -> values.put(each.getKey(), text(each)));
    check(values);
    return new EventOverrides(values);
  }

  /** The event with these extensions; those that it has of the same name are replaced. */
  Event on(Event event) {
    return event.with(extensions);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // Its message would quote the text.
      throw new IllegalArgumentException(KEY + " is not JSON; " + EXPECTED);
    }
  }

  private static String text(Map.Entry<String, JsonNode> extension) {
    String name = extension.getKey();
    if (ReceivedEvent.CORE.contains(name) || name.equals("datacontenttype")) {
      throw new IllegalArgumentException(
          KEY + " names " + name + ", which is no extension; leave it out");
    }
    if (!extension.getValue().isTextual()) {
      throw new IllegalArgumentException(KEY + ": " + name + " is not a text; " + EXPECTED);
    }
    return extension.getValue().textValue();
  }

  private static void check(Map<String, String> extensions) {
    try {
      var _ = AnswerLimit.checked(Event.of("1", "/", "t", Data.NONE).with(extensions));
    } catch (UnusableAnswer notValid) {
      throw new IllegalArgumentException(
          KEY
              + " has an extension whose name or value no event may have; expected names of"
              + " lower-case letters and digits, and values without control characters");
    }
  }
}
