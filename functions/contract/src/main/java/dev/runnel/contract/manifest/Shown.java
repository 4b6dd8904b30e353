package dev.runnel.contract.manifest;

/** What was read, as a message may show it: one line, shortened. */
final class Shown {

  private static final int LONGEST_WORD = 60;
  private static final int LONGEST_LINE = 200;

  private Shown() {}

  /** In quotes. */
  static String quoted(String text) {
    return '"' + shortened(text, LONGEST_WORD) + '"';
  }

  /** As it is. */
  static String plain(String text) {
    return shortened(text, LONGEST_LINE);
  }

  private static String shortened(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > longest ? shown + "..." : shown.toString();
  }
}
