package dev.runnel.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes CloudEvents as HTTP messages: in binary, in structured and in batched content mode. */
public final class EventWriter {

  /** The media type of {@link #batch}. */
  public static final String BATCH = "application/cloudevents-batch+json";

  /**
   * JSON data that still fits into {@link Limits#DEFAULT} with the event around it: one level of
   * nesting, and the tokens of the attributes, of both braces and of the key {@code data}.
   */
  private static final Limits INSIDE_AN_EVENT =
      new Limits(
          Limits.DEFAULT.bytes(),
          Limits.DEFAULT.attributes(),
          Limits.DEFAULT.attributeBytes(),
          Limits.DEFAULT.jsonDepth() - 1,
          Limits.DEFAULT.jsonNumberDigits(),
          Limits.DEFAULT.jsonTokens() - 2 * Limits.DEFAULT.attributes() - 3,
          Limits.DEFAULT.jsonNameLength());

  private EventWriter() {}

  /** The headers of binary content mode, in order; the body is {@code event.data().bytes()}. */
  public static Map<String, String> binaryHeaders(Event event) {
    var headers = new LinkedHashMap<String, String>();
    binaryHeaders(event, headers::put);
    return Collections.unmodifiableMap(headers);
  }

  /** Hands out the headers of binary content mode, names and values, in order. */
  public static void binaryHeaders(Event event, BiConsumer<String, String> headers) {
    inOrder(event, (name, value) -> headers.accept(headerOf(name), HeaderValue.encode(value)));
    String contentType = event.data().contentType();
    if (contentType != null) {
      headers.accept("Content-Type", contentType);
    }
  }

  private static String headerOf(String attribute) {
    return switch (attribute) {
      case "specversion" -> "ce-specversion";
      case "id" -> "ce-id";
      case "source" -> "ce-source";
      case "type" -> "ce-type";
      default -> BinaryMode.PREFIX + attribute;
    };
  }

  /** The event in the JSON format, in UTF-8. */
  public static byte[] structured(Event event) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = StrictJson.FACTORY.createGenerator(bytes)) {
      structured(event, out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  /** The events in order as a batch in the JSON format, in UTF-8; an array even of one or none. */
  public static byte[] batch(List<Event> events) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = StrictJson.FACTORY.createGenerator(bytes)) {
      out.writeStartArray();
      events.forEach(event -> structured(event, out));
      out.writeEndArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  /**
   * The event in the JSON format as the next value of an open generator. JSON data stands there as
   * it is, everything else in {@code data_base64}.
   */
  public static void structured(Event event, JsonGenerator out) {
    try {
      out.writeStartObject();
      var attributes = new LinkedHashMap<String, String>();
      inOrder(event, attributes::put);
      for (Map.Entry<String, String> attribute : attributes.entrySet()) {
        out.writeStringField(attribute.getKey(), attribute.getValue());
      }
      writeData(event.data(), out);
      out.writeEndObject();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void writeData(Data data, JsonGenerator out) throws IOException {
    if (data.contentType() != null) {
      out.writeStringField(AttributeRules.DATA_CONTENT_TYPE, data.contentType());
    }
    if (data.isEmpty()) {
      return;
    }
    if (data.declaresJson() && JsonText.valid(data.bytes(), INSIDE_AN_EVENT)) {
      out.writeFieldName("data");
      out.writeRawValue(data.text());
    } else {
      out.writeBinaryField("data_base64", data.bytes());
    }
  }

  private static boolean isRequired(String attribute) {
    return switch (attribute) {
      case "specversion", "id", "source", "type" -> true;
      default -> false;
    };
  }

  /** The required attributes, then the others by name. */
  private static void inOrder(Event event, BiConsumer<String, String> attributes) {
    for (String name : AttributeRules.REQUIRED) {
      String value = event.attribute(name);
      if (value != null) {
        attributes.accept(name, value);
      }
    }
    event
        .attributes()
        .forEach(
            (name, value) -> {
              if (!isRequired(name)) {
                attributes.accept(name, value);
              }
            });
  }
}
