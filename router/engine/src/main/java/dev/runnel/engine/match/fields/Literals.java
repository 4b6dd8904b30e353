package dev.runnel.engine.match.fields;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.runnel.engine.match.fields.Value.Kind;
import org.jspecify.annotations.Nullable;

/** What stands in a JSON document without quotes: numbers, {@code true}, {@code false}, null. */
final class Literals {

  /** As many as an event's numbers may have: those of {@code dev.runnel.contract.Limits}. */
  private static final int MAX_DIGITS = 100;

  /** A larger exponent is none that {@link java.math.BigDecimal} has. */
  private static final int MAX_EXPONENT_DIGITS = 9;

  /** Those of one digit, which long arrays are full of. */
  private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

  private Literals() {}

  /** What it is, or null where it is nothing that JSON knows, or beyond the limits. */
  static @Nullable Kind kind(byte[] json, int from, int to) {
    return switch (json[from]) {
      case 't' -> is("true", json, from, to) ? Kind.TRUE : null;
      case 'f' -> is("false", json, from, to) ? Kind.FALSE : null;
      case 'n' -> is("null", json, from, to) ? Kind.NULL : null;
      default -> isNumber(json, from, to) ? Kind.NUMBER : null;
    };
  }

  static String text(Kind kind, byte[] json, int from, int to) {
    return switch (kind) {
      case TRUE -> "true";
      case FALSE -> "false";
      case NULL -> "null";
      case NUMBER ->
          to - from == 1 ? DIGITS[json[from] - '0'] : new String(json, from, to - from, ISO_8859_1);
      case STRING -> new String(json, from, to - from, ISO_8859_1);
    };
  }

  private static boolean is(String word, byte[] json, int from, int to) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (json[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** RFC 8259, section 6. */
  private static boolean isNumber(byte[] json, int from, int to) {
    int at = from;
    if (json[at] == '-') {
      at++;
    }
    int whole = digits(json, at, to);
    if (whole == at || (json[at] == '0' && whole > at + 1)) {
      return false;
    }
    at = whole;
    if (at < to && json[at] == '.') {
      int fraction = digits(json, at + 1, to);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    return at - from <= MAX_DIGITS && (at == to || isExponent(json, at, to));
  }

  private static boolean isExponent(byte[] json, int from, int to) {
    if (json[from] != 'e' && json[from] != 'E') {
      return false;
    }
    int at = from + 1;
    if (at < to && (json[at] == '+' || json[at] == '-')) {
      at++;
    }
    int end = digits(json, at, to);
    return end > at && end == to && end - at <= MAX_EXPONENT_DIGITS;
  }

  /** The end of the digits that begin there. */
  private static int digits(byte[] json, int from, int to) {
    int at = from;
    while (at < to && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    return at;
  }
}
