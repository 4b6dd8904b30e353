package dev.runnel.server.explain;

import java.util.Arrays;

/** Text that others wrote, as long as an account may have it, and never half a character. */
final class Shortened {

  private static final String GAP = " ... ";
  private static final int UNKNOWN = 0xFFFD;

  private Shortened() {}

  /** No more than its beginning. */
  static String end(String text, int longest) {
    int[] characters = characters(text);
    return characters.length <= longest
        ? text(characters, 0, characters.length)
        : text(characters, 0, longest) + "...";
  }

  /** Without its middle: what an explanation ends with is the value that decided. */
  static String middle(String text, int longest) {
    int[] characters = characters(text);
    int half = longest / 2;
    return characters.length <= longest
        ? text(characters, 0, characters.length)
        : text(characters, 0, half)
            + GAP
            + text(characters, characters.length - half, characters.length);
  }

  /** Halves of characters, which JSON can have and UTF-8 cannot, are replaced. */
  private static int[] characters(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? UNKNOWN : c)
        .toArray();
  }

  private static String text(int[] characters, int from, int to) {
    int[] part = Arrays.copyOfRange(characters, from, to);
    return new String(part, 0, part.length);
  }
}
