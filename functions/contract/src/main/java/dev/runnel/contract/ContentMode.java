package dev.runnel.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an HTTP message carries events: its {@code Content-Type} says so, and nothing else. */
enum ContentMode {
  /** Attributes are headers, the body is the data. */
  BINARY(""),
  /** The body is one event in the JSON format. */
  STRUCTURED("application/cloudevents+json"),
  /** The body is an array of events in the JSON format. */
  BATCHED(EventWriter.BATCH);

  private static final String ANY_FORMAT = "application/cloudevents";

  private final String mediaType;

  ContentMode(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The message's one {@code Content-Type}, null where it has none. */
  static @Nullable String contentType(Iterable<Map.Entry<String, String>> headers) throws Refusal {
    String contentType = null;
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().equalsIgnoreCase("Content-Type")) {
        if (contentType != null) {
          throw malformed("there are two Content-Type headers; expected one");
        }
        contentType = header.getValue();
      }
    }
    return contentType;
  }

  /** The mode of a message of this {@code Content-Type}; event formats are read in UTF-8 only. */
  static ContentMode of(@Nullable String contentType) throws Refusal {
    if (contentType == null || !mayNameFormat(contentType)) {
      return BINARY;
    }
    if (contentType.equals(STRUCTURED.mediaType)) {
      return STRUCTURED;
    }
    MediaType mediaType = MediaType.parse(contentType);
    if (mediaType == null) {
      throw malformed(
          "the Content-Type is not a media type; expected one such as application/json");
    }
    if (!mediaType.name().startsWith(ANY_FORMAT)) {
      return BINARY;
    }
    ContentMode mode = ofFormat(mediaType.name());
    for (Map.Entry<String, String> parameter : mediaType.parameters()) {
      if (parameter.getKey().equals("charset") && !parameter.getValue().equalsIgnoreCase("utf-8")) {
        throw unsupported("this charset is not supported; send " + mode.mediaType + " in UTF-8");
      }
    }
    return mode;
  }

  /** Told without reading all of it: what is no event format is looked at with the attributes. */
  private static boolean mayNameFormat(String contentType) {
    return contentType.regionMatches(true, 0, ANY_FORMAT, 0, ANY_FORMAT.length());
  }

  private static ContentMode ofFormat(String mediaType) throws Refusal {
    if (mediaType.equals(STRUCTURED.mediaType)) {
      return STRUCTURED;
    }
    if (mediaType.equals(BATCHED.mediaType)) {
      return BATCHED;
    }
    throw unsupported("this event format is not supported; send " + STRUCTURED.mediaType);
  }

  static Refusal unsupported(String detail) {
    return new Refusal(ProblemType.UNSUPPORTED_FORMAT, detail, null);
  }

  private static Refusal malformed(String detail) {
    return Refusal.malformed(detail, AttributeRules.DATA_CONTENT_TYPE);
  }
}
