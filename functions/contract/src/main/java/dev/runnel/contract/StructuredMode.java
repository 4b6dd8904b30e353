package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Structured content mode: the whole event is one JSON object (the CloudEvents JSON format). One of
 * these reads one event.
 */
final class StructuredMode {
  private static final byte[] EMPTY = new byte[0];

  private final JsonTokens json;
  private final Attributes attributes;
  private byte @Nullable [] data;
  private @Nullable String dataString;
  private byte @Nullable [] dataBytes;

  private StructuredMode(JsonTokens json, Limits limits) {
    this.json = json;
    this.attributes = new Attributes(limits, "/");
  }

  static Event read(byte[] body, Limits limits) throws Refusal {
    try {
      return readWhole(new PlainJson(body, limits), limits);
    } catch (Refusal unusual) {
      // Whether and why it is refused is for the other reader to say, which knows all of JSON.
      return readWhole(new StrictJson(body, limits), limits);
    }
  }

  static Event readWhole(JsonTokens json, Limits limits) throws Refusal {
    JsonToken first = json.next();
    if (first == null) {
      throw Refusal.malformed("the body is empty; expected one JSON object", null);
    }
    if (first != JsonToken.START_OBJECT) {
      throw json.refusal("the document is not an object; expected one JSON object");
    }
    var event = new StructuredMode(json, limits);
    event.readMembers();
    if (json.next() != null) {
      throw json.refusal("something follows the event; expected one JSON object and no more");
    }
    return event.event();
  }

  /** The event whose object has just begun in a larger document, which then stands at its end. */
  static Event read(StrictJson json, Limits limits) throws Refusal {
    var event = new StructuredMode(json, limits);
    event.readMembers();
    return event.event();
  }

  private Event event() throws Refusal {
    return attributes.event(data());
  }

  private void readMembers() throws Refusal {
    while (json.next() == JsonToken.FIELD_NAME) {
      readMember();
    }
  }

  private void readMember() throws Refusal {
    String name = json.name();
    switch (name) {
      case "data" -> readData();
      case "data_base64" -> readDataBytes();
      default -> readAttribute(name);
    }
  }

  private void readData() throws Refusal {
    dataString = json.next() == JsonToken.VALUE_STRING ? json.text() : null;
    data = json.raw();
  }

  private void readDataBytes() throws Refusal {
    JsonToken token = json.next();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.VALUE_STRING) {
      throw Refusal.malformed("data_base64 is not a string; expected Base64", "/data_base64");
    }
    dataBytes = base64(json.text());
  }

  private void readAttribute(String name) throws Refusal {
    if (!AttributeRules.isName(name)) {
      throw json.refusal(
          "the key names no attribute; expected 1 to 64 lower-case letters and digits");
    }
    JsonToken token = json.next();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    boolean allowed =
        token == JsonToken.VALUE_STRING
            || (!AttributeRules.isCore(name)
                && (token == JsonToken.VALUE_TRUE
                    || token == JsonToken.VALUE_FALSE
                    || token == JsonToken.VALUE_NUMBER_INT));
    if (!allowed) {
      throw Refusal.malformed(
          AttributeRules.isCore(name)
              ? "the attribute is not a string; expected one, or null"
              : "the attribute is another JSON value; expected a string, a boolean or an integer",
          '/' + name);
    }
    String text = json.text();
    attributes.add(name, token == JsonToken.VALUE_NUMBER_INT ? integer(text, name) : text);
  }

  /** The canonical text of an integer; {@code -0} is 0. */
  private static String integer(String text, String name) throws Refusal {
    try {
      return Integer.toString(Integer.parseInt(text));
    } catch (NumberFormatException tooLarge) {
      throw Refusal.malformed(
          "the attribute is not in the range of 32-bit integers; write it as a string", '/' + name);
    }
  }

  private Data data() throws Refusal {
    String contentType = attributes.contentType();
    if (data == null) {
      return new Data(contentType, dataBytes == null ? EMPTY : dataBytes);
    }
    if (dataBytes != null) {
      throw Refusal.malformed(
          "the event has both data and data_base64; expected one of them", "/data_base64");
    }
    // JSON without a media type is application/json, section 3.1.2 of the JSON format.
    Data raw = new Data(contentType == null ? Data.JSON : contentType, data);
    return dataString == null || raw.declaresJson()
        ? raw
        : new Data(contentType, dataString.getBytes(UTF_8));
  }

  private static byte[] base64(String text) throws Refusal {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      // The decoder forgives missing padding and stray bits; RFC 4648 knows one text per value.
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // refused below, as the texts that the decoder forgives
    }
    throw Refusal.malformed(
        "data_base64 is not Base64; expected RFC 4648, section 4, with padding", "/data_base64");
  }
}
