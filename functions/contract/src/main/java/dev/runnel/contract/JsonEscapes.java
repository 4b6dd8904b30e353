package dev.runnel.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The escapes of JSON strings (RFC 8259, section 7), in a document in UTF-8. */
final class JsonEscapes {

  private static final String SHORT = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";
  private static final int HEX_DIGITS = 4;

  /** A backslash, a u and its digits. */
  private static final int UNIT = 2 + HEX_DIGITS;

  private static final int NONE = -1;

  private JsonEscapes() {}

  /** Behind the escape that begins here, or both of a surrogate pair; -1 where there is none. */
  static int afterEscape(byte[] document, int backslash) {
    if (backslash + 1 >= document.length) {
      return NONE;
    }
    if (document[backslash + 1] != 'u') {
      return SHORT.indexOf(document[backslash + 1]) < 0 ? NONE : backslash + 2;
    }
    int unit = unit(document, backslash);
    if (unit < 0 || Character.isLowSurrogate((char) unit)) {
      return NONE;
    }
    if (!Character.isHighSurrogate((char) unit)) {
      return backslash + UNIT;
    }
    int low = unit(document, backslash + UNIT);
    return low >= 0 && Character.isLowSurrogate((char) low) ? backslash + 2 * UNIT : NONE;
  }

  /** The unit of UTF-16 that is written here with a u, or -1. */
  private static int unit(byte[] document, int backslash) {
    if (backslash + UNIT > document.length
        || document[backslash] != '\\'
        || document[backslash + 1] != 'u') {
      return NONE;
    }
    int unit = 0;
    for (int i = backslash + 2; i < backslash + UNIT; i++) {
      int digit = Character.digit(document[i] & 0xFF, 16);
      if (digit < 0) {
        return NONE;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  /** What stands between two places, all escapes of which are known to be right. */
  static String decoded(byte[] document, int from, int to) {
    var text = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int backslash = at;
      while (backslash < to && document[backslash] != '\\') {
        backslash++;
      }
      text.append(new String(document, at, backslash - at, UTF_8));
      at = backslash == to ? to : decode(document, backslash, text);
    }
    return text.toString();
  }

  private static int decode(byte[] document, int backslash, StringBuilder text) {
    byte kind = document[backslash + 1];
    if (kind == 'u') {
      text.append((char) unit(document, backslash));
      return backslash + UNIT;
    }
    text.append(MEANT.charAt(SHORT.indexOf(kind)));
    return backslash + 2;
  }
}
