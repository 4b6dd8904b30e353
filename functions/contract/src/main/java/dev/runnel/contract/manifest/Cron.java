package dev.runnel.contract.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says whether a cron expression is well-formed: five fields (minute, hour, day of month, month,
 * day of week), each a list of {@code *}, values and ranges, with steps, as in crontab(5). Months
 * and days of the week may be written as three letters.
 */
final class Cron {

  private static final int LONGEST = 256;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
  private static final Pattern SPACES = Pattern.compile("[ \\t]+");

  private static final List<Part> PARTS =
      List.of(
          new Part("minute", 0, 59, List.of()),
          new Part("hour", 0, 23, List.of()),
          new Part("day of the month", 1, 31, List.of()),
          new Part(
              "month",
              1,
              12,
              List.of(
                  "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                  "DEC")),
          // Sunday is 0 where a range begins and 7 where it ends, so that MON-SUN is a range.
          new Part(
              "day of the week",
              0,
              7,
              List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")));

  private Cron() {}

  /** What is wrong with the expression, if anything is. */
  static Optional<String> fault(String expression) {
    if (expression.length() > LONGEST) {
      return Optional.of("more than " + LONGEST + " characters");
    }
    List<String> fields = List.of(SPACES.split(expression.strip()));
    if (fields.size() != PARTS.size()) {
      return Optional.of(fields.size() + " fields");
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!PARTS.get(i).allows(fields.get(i))) {
        return Optional.of(Shown.quoted(fields.get(i)) + " as its " + PARTS.get(i).name);
      }
    }
    return Optional.empty();
  }

  /**
   * One of the five fields.
   *
   * @param words names of the values, from the least one on
   */
  private record Part(String name, int least, int most, List<String> words) {

    boolean allows(String field) {
      return List.of(field.split(",", -1)).stream().allMatch(this::allowsItem);
    }

    private boolean allowsItem(String item) {
      String[] stepped = item.split("/", -1);
      boolean stepIsGood =
          stepped.length == 1
              || (stepped.length == 2 && isNumber(stepped[1]) && number(stepped[1]) >= 1);
      return stepIsGood && allowsRange(stepped[0], stepped.length == 2);
    }

    private boolean allowsRange(String range, boolean stepped) {
      if (range.equals("*")) {
        return true;
      }
      String[] ends = range.split("-", -1);
      int low = value(ends[0], words.indexOf(ends[0].toUpperCase(Locale.ROOT)));
      if (ends.length == 1) {
        return low >= 0 && !stepped;
      }
      int high = value(ends[1], words.lastIndexOf(ends[1].toUpperCase(Locale.ROOT)));
      return ends.length == 2 && low >= 0 && low <= high;
    }

    /** The value, or -1 when the part has no such value. */
    private int value(String text, int wordIndex) {
      if (wordIndex >= 0) {
        return least + wordIndex;
      }
      boolean inside = isNumber(text) && number(text) >= least && number(text) <= most;
      return inside ? number(text) : -1;
    }

    private static boolean isNumber(String text) {
      return NUMBER.matcher(text).matches();
    }

    private static int number(String text) {
      return Integer.parseInt(text);
    }
  }
}
