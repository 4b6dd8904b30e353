package dev.runnel.contract.manifest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a value of a manifest as JSON, in the order in which it was written. */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  /** RFC 8259, section 6; up to 100 digits in each part. YAML also allows {@code 1.}. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,100})?([eE][-+]?[0-9]{1,3})?");

  private JsonText() {}

  static String of(Field field) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(field, json);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a StringWriter failed", impossible);
    }
    return text.toString();
  }

  /** Recursive; a file's depth is limited before it becomes a tree. */
  private static void write(Field field, JsonGenerator json) throws IOException {
    switch (field.kind()) {
      case TEXT -> json.writeString(field.text());
      case FLAG -> json.writeBoolean(field.flag());
      case NOTHING -> json.writeNull();
      case NUMBER -> writeNumber(field, json);
      case LIST -> {
        json.writeStartArray();
        for (Field entry : field.entries(Integer.MAX_VALUE)) {
          write(entry, json);
        }
        json.writeEndArray();
      }
      case MAPPING -> {
        json.writeStartObject();
        for (Map.Entry<String, Field> entry :
            field.mapping(Integer.MAX_VALUE).fields().entrySet()) {
          json.writeFieldName(entry.getKey());
          write(entry.getValue(), json);
        }
        json.writeEndObject();
      }
    }
  }

  private static void writeNumber(Field field, JsonGenerator json) throws IOException {
    String number = field.scalar("a number");
    if (NUMBER.matcher(number).matches()) {
      json.writeNumber(number);
    } else {
      field.wrong(field.seen(), "a number that JSON can hold, such as 12, 0.5 or 1e3");
      json.writeNull();
    }
  }
}
