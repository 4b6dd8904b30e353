package dev.runnel.server.invoke.cache;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * JSON in one form, whatever the order of its members and the space between them. As RFC 8785 has
 * it but for numbers, which stay as they are written: 1 and 1.0 are two.
 */
final class CanonicalJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final BiPredicate<String, String> leftOut;

  private CanonicalJson(BiPredicate<String, String> leftOut) {
    this.leftOut = leftOut;
  }

  /**
   * The one form of this text; nothing where it is not JSON, as the contract reads it.
   *
   * @param leftOut told a member of the outermost object and a member of that: whether this one
   *     does not count
   */
  static Optional<byte[]> of(byte[] text, BiPredicate<String, String> leftOut) {
    var bytes = new ByteArrayOutputStream(text.length);
    try (JsonParser in = JSON.createParser(text);
        JsonGenerator out = JSON.createGenerator(bytes)) {
      if (in.nextToken() == null) {
        return Optional.empty();
      }
      new CanonicalJson(leftOut).value(in, out, "", 0);
      if (in.nextToken() != null) {
        return Optional.empty();
      }
    } catch (IOException notJson) {
      return Optional.empty();
    }
    return Optional.of(bytes.toByteArray());
  }

  /** The value that the parser is at; ends at its last token. */
  private void value(JsonParser in, JsonGenerator out, String member, int depth)
      throws IOException {
    switch (in.currentToken()) {
      case START_OBJECT -> object(in, out, member, depth);
      case START_ARRAY -> {
        out.writeStartArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          value(in, out, "", depth + 1);
        }
        out.writeEndArray();
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getText());
      default -> out.copyCurrentEvent(in);
    }
  }

  private void object(JsonParser in, JsonGenerator out, String member, int depth)
      throws IOException {
    var members = new TreeMap<String, String>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      String text = text(in, name, depth + 1);
      if (depth != 1 || !leftOut.test(member, name)) {
        members.put(name, text);
      }
    }
    out.writeStartObject();
    for (Map.Entry<String, String> each : members.entrySet()) {
      out.writeFieldName(each.getKey());
      out.writeRawValue(each.getValue());
    }
    out.writeEndObject();
  }

  private String text(JsonParser in, String member, int depth) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      value(in, out, member, depth);
    }
    return text.toString();
  }
}
