package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.EvaluationError.Kind;

/** What a string is as another type; where it is none, that is an error, and the type's zero. */
final class Cast {

  private static final int LONGEST_INTEGER = 64;

  private Cast() {}

  static boolean toBoolean(String text, Scope scope, Span at) {
    boolean truth = text.equalsIgnoreCase("true");
    if (!truth && !text.equalsIgnoreCase("false")) {
      scope.fail(Kind.CAST, at, "expected true or false, and it is ", text);
    }
    return truth;
  }

  static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }

  static int toInteger(String text, Scope scope, Span at) {
    long parsed = parse(text);
    if (parsed == NOT_AN_INTEGER) {
      scope.fail(Kind.CAST, at, "expected an integer of 32 bits, and it is ", text);
      return 0;
    }
    return (int) parsed;
  }

  static boolean isInteger(String text) {
    return parse(text) != NOT_AN_INTEGER;
  }

  static final long NOT_AN_INTEGER = Long.MIN_VALUE;

  /** An optional sign and decimal digits; much is asked that is no number, so nothing is thrown. */
  static long parse(String text) {
    int length = text.length();
    char sign = length > 0 ? text.charAt(0) : 0;
    int start = sign == '-' || sign == '+' ? 1 : 0;
    if (start == length || length > LONGEST_INTEGER) {
      return NOT_AN_INTEGER;
    }
    long magnitude = 0;
    for (int i = start; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || magnitude > Integer.MAX_VALUE) {
        return NOT_AN_INTEGER;
      }
      magnitude = magnitude * 10 + digit;
    }
    long value = sign == '-' ? -magnitude : magnitude;
    return value == (int) value ? value : NOT_AN_INTEGER;
  }
}
