package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** The attributes of one event while it is read: each is checked before it is kept. */
final class Attributes {
  private final Limits limits;
  private final String pathPrefix;
  private final AttributeMap.Builder values = new AttributeMap.Builder();
  private @Nullable String contentType;

  /**
   * @param pathPrefix stands before an attribute's name in the path of a refusal
   */
  Attributes(Limits limits, String pathPrefix) {
    this.limits = limits;
    this.pathPrefix = pathPrefix;
  }

  /** Keeps an attribute whose name is known to be one. */
  void add(String name, String value) throws Refusal {
    if (values.size() + (contentType == null ? 0 : 1) == limits.attributes()) {
      throw refusal("there are more than " + limits.attributes() + " attributes; send fewer", name);
    }
    if (isLong(value)) {
      throw refusal(
          "the attribute is longer than " + limits.attributeBytes() + " bytes in UTF-8; shorten it",
          name);
    }
    String complaint = AttributeRules.complaint(name, value);
    if (complaint != null) {
      throw refusal(complaint, name);
    }
    if (!isFirst(name, value)) {
      throw refusal("the attribute is given twice; expected it once", name);
    }
  }

  private boolean isFirst(String name, String value) {
    if (!name.equals(AttributeRules.DATA_CONTENT_TYPE)) {
      return values.add(name, value);
    }
    boolean first = contentType == null;
    contentType = value;
    return first;
  }

  /** The data's media type, null where the event names none. */
  @Nullable String contentType() {
    return contentType;
  }

  /** The event with these attributes; none is added afterwards. */
  Event event(Data data) throws Refusal {
    AttributeMap attributes = values.build();
    for (String name : AttributeRules.REQUIRED) {
      if (!attributes.containsKey(name)) {
        throw refusal("the event has no " + name + "; it is required", name);
      }
    }
    return new Event(attributes, data);
  }

  /** A character has at most three bytes in UTF-8, two halves of a pair have four. */
  private boolean isLong(String value) {
    return value.length() > limits.attributeBytes() / 3
        && (value.length() > limits.attributeBytes()
            || value.getBytes(UTF_8).length > limits.attributeBytes());
  }

  private Refusal refusal(String detail, String name) {
    return Refusal.malformed(detail, pathPrefix + name);
  }
}
