package dev.runnel.tensor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as BERT's uncased models see them: without control characters, accents and
 * capitals; every punctuation mark and every Chinese ideograph is a word of its own. The rules are
 * those of {@code BasicTokenizer} in google-research/bert, with this JDK's Unicode.
 */
final class Words {

  /** Blocks of Chinese ideographs: pairs of first and last code point. */
  private static final int[] IDEOGRAPHS = {
    0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0xFAFF, 0x20000, 0x2A6DF,
    0x2A700, 0x2B73F, 0x2B740, 0x2B81F, 0x2B920, 0x2CEAF, 0x2F800, 0x2FA1F
  };

  /** Marks such as {@code $} and {@code ^}, which Unicode calls symbols, are punctuation here. */
  private static final String ASCII_SYMBOLS = "$+<=>^`|~";

  private Words() {}

  static List<String> of(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    spaced(text)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .forEach(
            point -> {
              boolean alone = isPunctuation(point);
              if (alone || point == ' ') {
                end(word, words);
              }
              if (point != ' ') {
                word.appendCodePoint(point);
              }
              if (alone) {
                end(word, words);
              }
            });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** One kind of space, space around ideographs, nothing invisible, accents apart (Unicode NFD). */
  private static String spaced(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isSpace(point)) {
                clean.append(' ');
              } else if (isIdeograph(point)) {
                clean.append(' ').appendCodePoint(point).append(' ');
              } else if (isVisible(point)) {
                clean.appendCodePoint(point);
              }
            });
    return Normalizer.normalize(clean, Normalizer.Form.NFD);
  }

  private static boolean isSpace(int point) {
    return point == '\t' || point == '\n' || point == '\r' || Character.isSpaceChar(point);
  }

  private static boolean isIdeograph(int point) {
    boolean found = false;
    for (int at = 0; at < IDEOGRAPHS.length && !found; at += 2) {
      found = IDEOGRAPHS[at] <= point && point <= IDEOGRAPHS[at + 1];
    }
    return found;
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> false;
      default -> point != 0xFFFD;
    };
  }

  private static boolean isPunctuation(int point) {
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> ASCII_SYMBOLS.indexOf(point) >= 0;
    };
  }
}
