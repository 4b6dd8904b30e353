package dev.runnel.journal.keyed;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What every store can keep as text: of bounded length, and no NUL and no half surrogate pair. */
final class Words {

  private Words() {}

  /** Fails where the text is empty, longer than that, or no text. */
  static void check(String what, String text, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      throw new IllegalArgumentException(
          "%s has %d characters; expected 1 to %d".formatted(what, text.length(), longest));
    }
    checkCharacters(what, text);
  }

  /** Fails where it has characters that cannot be kept. */
  static void checkCharacters(String what, String text) {
    if (text.indexOf('\0') >= 0 || !UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "%s has a NUL or half a surrogate pair; encode it, for example in Base64"
              .formatted(what));
    }
  }
}
