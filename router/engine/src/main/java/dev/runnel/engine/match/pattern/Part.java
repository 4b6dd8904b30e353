package dev.runnel.engine.match.pattern;

/**
 * A text that is looked for within others without going back: Knuth, Morris, Pratt, "Fast Pattern
 * Matching in Strings", 1977.
 */
final class Part {

  private final String text;

  /** How many characters still fit where so many have fitted and the next one does not. */
  private final int[] shorter;

  /**
   * Takes a text to look for.
   *
   * @param text not empty
   */
  Part(String text) {
    this.text = text;
    this.shorter = new int[text.length() + 1];
    int fits = 0;
    for (int i = 1; i < text.length(); i++) {
      while (fits > 0 && text.charAt(i) != text.charAt(fits)) {
        fits = shorter[fits];
      }
      if (text.charAt(i) == text.charAt(fits)) {
        fits++;
      }
      shorter[i + 1] = fits;
    }
  }

  /** Where the first occurrence that begins at or after {@code from} ends, or -1. */
  int behind(String value, int from, int end) {
    int fits = 0;
    int at = from;
    while (at < end) {
      if (fits == 0) {
        at = value.indexOf(text.charAt(0), at, end);
        if (at < 0) {
          return -1;
        }
        fits = 1;
        at++;
      } else if (value.charAt(at) == text.charAt(fits)) {
        fits++;
        at++;
      } else {
        fits = shorter[fits];
      }
      if (fits == text.length()) {
        return at;
      }
    }
    return -1;
  }
}
