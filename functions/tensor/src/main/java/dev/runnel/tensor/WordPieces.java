package dev.runnel.tensor;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * A text as the numbers of the vocabulary's pieces: each word is cut into the longest pieces that
 * the vocabulary has (Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1, as
 * {@code WordpieceTokenizer} in google-research/bert does it). A text that looks like a control
 * piece, such as {@code [SEP]}, is read as text: nobody steers the model from outside.
 */
final class WordPieces {

  /** A longer word is unknown as a whole, as in the reference. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int unknown;

  WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    this.unknown = number("[UNK]");
  }

  /** The number of a piece that every vocabulary of this kind has. */
  int number(String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalStateException("The vocabulary has no piece " + piece + ".");
    }
    return number;
  }

  /** The pieces of the text in order, without markers around them; none for a text of spaces. */
  int[] of(String text) {
    return Words.of(text).stream().flatMapToInt(this::cut).toArray();
  }

  private IntStream cut(String word) {
    var pieces = IntStream.builder();
    boolean known = word.codePointCount(0, word.length()) <= LONGEST_WORD;
    for (int from = 0; known && from < word.length(); ) {
      int to = endOfLongestPiece(word, from);
      known = to > from;
      if (known) {
        pieces.add(number(piece(word, from, to)));
      }
      from = to;
    }
    return known ? pieces.build() : IntStream.of(unknown);
  }

  private int endOfLongestPiece(String word, int from) {
    int to = word.length();
    while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
      to--;
    }
    return to;
  }

  /** Pieces that continue a word are marked in the vocabulary. */
  private static String piece(String word, int from, int to) {
    String letters = word.substring(from, to);
    return from == 0 ? letters : "##" + letters;
  }
}
