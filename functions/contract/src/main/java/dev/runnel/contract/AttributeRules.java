package dev.runnel.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the specification asks of an attribute's name and of its value, one by one. */
final class AttributeRules {

  /** In the order in which they are looked for, and written. */
  static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

  static final String DATA_CONTENT_TYPE = "datacontenttype";

  /** The specification advises 20; this is what is taken. */
  static final int NAME_LENGTH = 64;

  private AttributeRules() {}

  /** Whether the specification itself defines the attribute; all of these are strings. */
  static boolean isCore(String name) {
    return switch (name) {
      case "specversion", "id", "source", "type", "subject", "time", "dataschema" -> true;
      default -> name.equals(DATA_CONTENT_TYPE);
    };
  }

  /** Whether an attribute may have this name; {@code data} is what formats call the data. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= NAME_LENGTH
        && !name.equals("data")
        && hasOnlyNameCharacters(name);
  }

  private static boolean hasOnlyNameCharacters(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** What is wrong with the value of the attribute, or null. */
  static @Nullable String complaint(String name, String value) {
    if (value.isEmpty()) {
      return "the attribute is empty; give it a value or leave it out";
    }
    if (!hasOnlyAllowed(value)) {
      return "the attribute has a control character, a noncharacter or half a surrogate pair;"
          + " CloudEvents allows none of these";
    }
    return switch (name) {
      case "specversion" ->
          value.equals("1.0") ? null : "specversion is another one; expected exactly 1.0";
      case "source" ->
          Rfc3986.isReference(value)
              ? null
              : "source is not a URI-reference (RFC 3986); percent-encode what URIs do not allow";
      case "dataschema" ->
          // A fragment is let through, though section 4.3 knows none: schemas are pointed into.
          Rfc3986.isUri(value) ? null : "dataschema is not an absolute URI (RFC 3986)";
      case "time" ->
          Rfc3339.isDateTime(value)
              ? null
              : "time is not an RFC 3339 timestamp; expected one such as 2026-02-28T09:30:00Z";
      case DATA_CONTENT_TYPE ->
          value.equals(Data.JSON) || MediaType.parse(value) != null
              ? null
              : "the content type is not a media type; expected one such as application/json";
      default -> null;
    };
  }

  private static boolean hasOnlyAllowed(String value) {
    if (HeaderValue.isPrintable(value)) {
      return true;
    }
    int codePoint;
    for (int i = 0; i < value.length(); i += Character.charCount(codePoint)) {
      codePoint = value.codePointAt(i);
      if (!isAllowed(codePoint)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(int codePoint) {
    boolean control = codePoint <= 0x1F || (codePoint >= 0x7F && codePoint <= 0x9F);
    boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    boolean noncharacter =
        (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    return !control && !surrogate && !noncharacter;
  }
}
