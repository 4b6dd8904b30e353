package dev.runnel.http;

/**
 * Text that somebody else wrote, as a line of the log may show it: without what ends lines, steers
 * terminals or turns the direction of writing, and not longer than a limit.
 */
public final class OneLine {

  /** Characters; with what is escaped, the line may have six times as many. */
  private static final int LONGEST = 1024;

  private OneLine() {}

  /** The text with everything escaped that is not plainly seen, and cut. */
  public static String of(String text) {
    var line = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        line.append(c);
      } else {
        line.append("\\u%04x".formatted((int) c));
      }
    }
    return text.length() > LONGEST ? line.append("...").toString() : line.toString();
  }

  /** Line and paragraph separators count as formatting, as marks of direction do. */
  private static boolean isPlain(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> c != '\\';
    };
  }
}
