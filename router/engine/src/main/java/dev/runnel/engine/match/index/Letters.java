package dev.runnel.engine.match.index;

/** Texts without upper and lower case. */
final class Letters {

  private Letters() {}

  /** Equal for all texts that {@link String#equalsIgnoreCase} takes for equal. */
  static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (fold(text.charAt(i)) != text.charAt(i)) {
        return folded(text);
      }
    }
    return text;
  }

  private static String folded(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = fold(letters[i]);
    }
    return new String(letters);
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
