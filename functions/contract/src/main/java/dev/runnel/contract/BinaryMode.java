package dev.runnel.contract;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Binary content mode: attributes in {@code ce-*} headers, the body is the data (section 3.1 of the
 * CloudEvents HTTP binding).
 */
final class BinaryMode {
  static final String PREFIX = "ce-";

  private BinaryMode() {}

  static Event read(
      Iterable<Map.Entry<String, String>> headers,
      byte[] body,
      @Nullable String contentType,
      Limits limits)
      throws Refusal {
    var attributes = new Attributes(limits, "");
    if (contentType != null) {
      attributes.add(AttributeRules.DATA_CONTENT_TYPE, contentType);
    }
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
        String name = attributeName(header.getKey().substring(PREFIX.length()));
        attributes.add(name, HeaderValue.decode(header.getValue(), name));
      }
    }
    return attributes.event(new Data(contentType, body));
  }

  private static String attributeName(String suffix) throws Refusal {
    return AttributeRules.isName(suffix) && !suffix.equals(AttributeRules.DATA_CONTENT_TYPE)
        ? suffix
        : otherName(suffix);
  }

  /** In upper case, or none. */
  private static String otherName(String suffix) throws Refusal {
    // Lower-casing alone would let letters beyond ASCII through: the Kelvin sign becomes a k.
    boolean ascii = HeaderValue.isPrintable(suffix) && suffix.indexOf(' ') < 0;
    String name = suffix.toLowerCase(Locale.ROOT);
    if (!ascii || !AttributeRules.isName(name)) {
      throw Refusal.malformed(
          "a ce- header names no attribute; expected 1 to 64 letters and digits after ce-, and not"
              + " data",
          ascii && !name.isEmpty() && name.length() <= AttributeRules.NAME_LENGTH ? name : null);
    }
    if (name.equals(AttributeRules.DATA_CONTENT_TYPE)) {
      throw Refusal.malformed(
          "there is a ce-datacontenttype header; give the data's media type as Content-Type", name);
    }
    return name;
  }
}
