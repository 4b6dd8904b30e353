package dev.runnel.contract;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The timestamps of RFC 3339, section 5.6: those that exist, in the exact syntax. */
final class Rfc3339 {
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[Tt]"
              + "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})(?:\\.\\d+)?"
              + "(?:[Zz]|(?<sign>[+-])(?<offsetHour>\\d{2}):(?<offsetMinute>\\d{2}))");
  private static final int MINUTES_OF_DAY = 24 * 60;

  private Rfc3339() {}

  static boolean isDateTime(String text) {
    Matcher matcher = DATE_TIME.matcher(text);
    return matcher.matches() && isDate(matcher) && isTime(matcher);
  }

  private static boolean isDate(Matcher date) {
    int month = number(date, "month");
    int day = number(date, "day");
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(number(date, "year"), month).lengthOfMonth();
  }

  private static boolean isTime(Matcher time) {
    int minuteOfDay = number(time, "hour") * 60 + number(time, "minute");
    int offset = 0;
    if (time.group("sign") != null) {
      if (number(time, "offsetHour") > 23 || number(time, "offsetMinute") > 59) {
        return false;
      }
      offset = number(time, "offsetHour") * 60 + number(time, "offsetMinute");
      offset = time.group("sign").equals("-") ? -offset : offset;
    }
    int second = number(time, "second");
    // A leap second is the last of a day in UTC.
    boolean leap = Math.floorMod(minuteOfDay - offset, MINUTES_OF_DAY) == MINUTES_OF_DAY - 1;
    return number(time, "hour") <= 23
        && number(time, "minute") <= 59
        && (second <= 59 || (second == 60 && leap));
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }
}
