package dev.runnel.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents from HTTP messages, requests and responses alike. Whatever the message holds,
 * the answer is a value.
 */
public final class EventReader {
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch";
  private static final String ANY_FORMAT = "application/cloudevents";

  private final Limits limits;

  public EventReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * The event in a message.
   *
   * @param headers all headers in order; names in any case, a repeated header as repeated entries
   * @param body shared with the event that is read, not copied
   */
  public EventReading read(Iterable<Map.Entry<String, String>> headers, byte[] body) {
    try {
      return new EventReading.Read(event(headers, body));
    } catch (Refusal refusal) {
      return new EventReading.Refused(refusal.problem());
    }
  }

  private Event event(Iterable<Map.Entry<String, String>> headers, byte[] body) throws Refusal {
    if (body.length > limits.bytes()) {
      throw new Refusal(
          ProblemType.TOO_LARGE,
          "the body has " + body.length + " bytes; at most " + limits.bytes() + " are taken",
          null);
    }
    String contentType = contentType(headers);
    if (contentType == null || !isStructured(contentType)) {
      return BinaryMode.read(headers, body, contentType, limits);
    }
    return StructuredMode.read(body, limits);
  }

  private static @Nullable String contentType(Iterable<Map.Entry<String, String>> headers)
      throws Refusal {
    String contentType = null;
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().equalsIgnoreCase("Content-Type")) {
        if (contentType != null) {
          throw malformedContentType("there are two Content-Type headers; expected one");
        }
        contentType = header.getValue();
      }
    }
    return contentType;
  }

  private static boolean isStructured(String contentType) throws Refusal {
    MediaType mediaType = MediaType.parse(contentType);
    if (mediaType == null) {
      throw malformedContentType(
          "the Content-Type is not a media type; expected one such as application/json");
    }
    if (!mediaType.name().startsWith(ANY_FORMAT)) {
      return false;
    }
    if (mediaType.name().startsWith(BATCH)) {
      throw unsupported("batches are not taken at this address; send one event per request");
    }
    if (!mediaType.name().equals(STRUCTURED)) {
      throw unsupported("this event format is not supported; send " + STRUCTURED);
    }
    for (Map.Entry<String, String> parameter : mediaType.parameters()) {
      if (parameter.getKey().equals("charset") && !parameter.getValue().equalsIgnoreCase("utf-8")) {
        throw unsupported("this charset is not supported; send " + STRUCTURED + " in UTF-8");
      }
    }
    return true;
  }

  private static Refusal malformedContentType(String detail) {
    return Refusal.malformed(detail, AttributeRules.DATA_CONTENT_TYPE);
  }

  private static Refusal unsupported(String detail) {
    return new Refusal(ProblemType.UNSUPPORTED_FORMAT, detail, null);
  }
}
