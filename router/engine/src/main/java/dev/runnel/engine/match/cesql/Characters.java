package dev.runnel.engine.match.cesql;

import dev.runnel.engine.match.cesql.EvaluationError.Kind;

/**
 * A text as a sequence of Unicode characters, of which a function takes some.
 *
 * @param span the call, for its errors
 */
record Characters(String text, Scope scope, Span span) {

  String left(int count) {
    if (count < 0) {
      fail("expected 0 characters or more, and it is ", count);
      return text;
    }
    return count >= length() ? text : text.substring(0, place(count));
  }

  String right(int count) {
    if (count < 0) {
      fail("expected 0 characters or more, and it is ", count);
      return text;
    }
    return count >= length() ? text : text.substring(place(length() - count));
  }

  /**
   * @param position from 1, or from -1 at the end; 0 is nowhere
   * @param count at most so many characters
   */
  String from(int position, int count) {
    if (position == 0) {
      return "";
    }
    int length = length();
    if (position > length || position < -length) {
      fail("expected a position within the string, and it is ", position);
      return "";
    }
    if (count < 0) {
      fail("expected 0 characters or more, and it is ", count);
      return "";
    }
    int first = position > 0 ? position - 1 : length + position;
    int after = first + Math.min(count, length - first);
    return text.substring(place(first), place(after));
  }

  /** Without Unicode's white space at both ends. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isWhiteSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isWhiteSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Unicode's property White_Space, all of which are single units of UTF-16. */
  private static boolean isWhiteSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
  }

  private int length() {
    return text.codePointCount(0, text.length());
  }

  private int place(int characters) {
    return text.offsetByCodePoints(0, characters);
  }

  private void fail(String detail, int seen) {
    scope.fail(Kind.FUNCTION_EVALUATION, span, detail, seen);
  }
}
