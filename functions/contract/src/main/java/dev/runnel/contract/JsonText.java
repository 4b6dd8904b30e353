package dev.runnel.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON that came as bytes: whether it may be passed on as it is, and how it then stands. */
public final class JsonText {

  private JsonText() {}

  /** Whether the bytes are one JSON document, in UTF-8, without a key twice, within the limits. */
  public static boolean valid(byte[] bytes, Limits limits) {
    if (bytes.length > limits.bytes()) {
      return false;
    }
    if (PlainJson.isWhole(bytes, limits)) {
      return true;
    }
    try {
      var json = new StrictJson(bytes, limits);
      if (json.next() == null) {
        return false;
      }
      json.skip();
      return json.next() == null;
    } catch (Refusal refusal) {
      return false;
    }
  }

  /**
   * Writes a step's value where JSON is expected: JSON as it is, null for no bytes, and {@code
   * {datacontenttype, data_base64}} for everything else.
   */
  public static void writeValue(Data value, JsonGenerator out) {
    try {
      if (value.isEmpty()) {
        out.writeNull();
      } else if (value.declaresJson() && valid(value.bytes(), Limits.DEFAULT)) {
        out.writeRawValue(value.text());
      } else {
        out.writeStartObject();
        if (value.contentType() != null) {
          out.writeStringField(AttributeRules.DATA_CONTENT_TYPE, value.contentType());
        }
        out.writeBinaryField("data_base64", value.bytes());
        out.writeEndObject();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
