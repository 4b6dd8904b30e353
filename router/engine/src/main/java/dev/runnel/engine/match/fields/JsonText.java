package dev.runnel.engine.match.fields;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** A string of a JSON document, without its escapes. */
final class JsonText {

  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;

  private JsonText() {}

  /** What stands between two quotes; null where an escape is none of RFC 8259, section 7. */
  static @Nullable String of(byte[] json, int from, int to) {
    var text = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int escape = at;
      while (escape < to && json[escape] != '\\') {
        escape++;
      }
      text.append(new String(json, at, escape - at, UTF_8));
      if (escape == to) {
        break;
      }
      int c = escape + 1 < to ? escaped(json, escape + 1, to) : -1;
      if (c < 0) {
        return null;
      }
      text.append((char) c);
      at = escape + (json[escape + 1] == 'u' ? 2 + HEX_DIGITS : 2);
    }
    return text.toString();
  }

  private static int escaped(byte[] json, int at, int to) {
    return switch (json[at]) {
      case '"', '\\', '/' -> json[at];
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> at + HEX_DIGITS < to ? hex(json, at + 1) : -1;
      default -> -1;
    };
  }

  private static int hex(byte[] json, int from) {
    int value = 0;
    for (int i = from; i < from + HEX_DIGITS; i++) {
      int digit = json[i] < 0 ? -1 : Character.digit(json[i], HEX);
      if (digit < 0) {
        return -1;
      }
      value = HEX * value + digit;
    }
    return value;
  }
}
