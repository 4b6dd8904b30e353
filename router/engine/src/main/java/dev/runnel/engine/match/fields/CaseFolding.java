package dev.runnel.engine.match.fields;

import java.util.Locale;

/** One form for all texts that differ in upper and lower case only. */
public final class CaseFolding {

  private static final char LAST_ASCII = 0x7F;
  private static final char CAPITAL_SIGMA = 'Σ';
  private static final char SMALL_SIGMA = 'σ';

  private CaseFolding() {}

  /**
   * The folded form. Whatever begins with this text, ends with it or is equal to it, in any case of
   * its letters, has a folded form that does so with this text's folded form; the reverse is not
   * always so. Lowered at first, too: the capital ẞ has no upper-case form but itself, the small
   * one has.
   */
  public static String folded(String text) {
    String lower = lower(text);
    return isAscii(lower) ? lower : lower(lower.toUpperCase(Locale.ROOT));
  }

  /**
   * Lowered character by character. Only of capital sigma Java looks at the word around it, each
   * time at the whole text, so that a text of many takes the square of their number.
   */
  private static String lower(String text) {
    return text.replace(CAPITAL_SIGMA, SMALL_SIGMA).toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }
}
