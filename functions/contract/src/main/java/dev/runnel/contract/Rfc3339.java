package dev.runnel.contract;

import java.time.Month;
import java.time.Year;

/** The timestamps of RFC 3339, section 5.6: those that exist, in the exact syntax. */
final class Rfc3339 {
  private static final String SHORTEST = "0000-00-00T00:00:00Z";
  private static final int FRACTION = "0000-00-00T00:00:00".length();
  private static final int OFFSET_LENGTH = "+00:00".length();
  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final int NONE = Integer.MIN_VALUE;

  private Rfc3339() {}

  static boolean isDateTime(String text) {
    return text.length() >= SHORTEST.length()
        && hasMarks(text)
        && isDate(text)
        && isTime(text, offset(text, endOfFraction(text)));
  }

  private static boolean hasMarks(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (text.charAt(10) == 'T' || text.charAt(10) == 't')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static boolean isDate(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    return year >= 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(Year.isLeap(year));
  }

  private static boolean isTime(String text, int offset) {
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    // A leap second is the last of a day in UTC.
    boolean leap = Math.floorMod(hour * 60 + minute - offset, MINUTES_OF_DAY) == MINUTES_OF_DAY - 1;
    return offset != NONE
        && isBetween(hour, 23)
        && isBetween(minute, 59)
        && (isBetween(second, 59) || (second == 60 && leap));
  }

  /** Behind the fraction of a second, or where it would begin; 0 where it has no digits. */
  private static int endOfFraction(String text) {
    if (text.charAt(FRACTION) != '.') {
      return FRACTION;
    }
    int end = FRACTION + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end == FRACTION + 1 ? 0 : end;
  }

  /** The minutes by which the time is ahead of UTC; its text stands from here to the end. */
  private static int offset(String text, int from) {
    int length = text.length() - from;
    char sign = length > 0 ? text.charAt(from) : 0;
    if (length == 1) {
      return sign == 'Z' || sign == 'z' ? 0 : NONE;
    }
    boolean isThere =
        length == OFFSET_LENGTH && (sign == '+' || sign == '-') && text.charAt(from + 3) == ':';
    int hours = isThere ? number(text, from + 1, 2) : NONE;
    int minutes = isThere ? number(text, from + 4, 2) : NONE;
    if (!isBetween(hours, 23) || !isBetween(minutes, 59)) {
      return NONE;
    }
    return (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
  }

  /** What these digits write; none where something else stands there. */
  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      if (!isDigit(text.charAt(i))) {
        return NONE;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBetween(int number, int most) {
    return number >= 0 && number <= most;
  }
}
