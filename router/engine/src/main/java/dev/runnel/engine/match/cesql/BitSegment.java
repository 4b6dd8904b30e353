package dev.runnel.engine.match.cesql;

import java.util.Arrays;

/**
 * A segment with {@code _}, or a long one. It is looked for with a bit for each of its places, set
 * where the characters just read are the ones up to there (Baeza-Yates and Gonnet, "A new approach
 * to text searching", 1992): each character is read once, and costs a word for 64 places.
 */
final class BitSegment implements Segment {

  private static final int ASCII = 128;

  /** A code point, or {@link SegmentText#ANY}, for each place. */
  private final int[] places;

  /** The code points that stand at some place, in order. */
  private final int[] alphabet;

  /** For each of the alphabet, and last for all others: at which places it may stand. */
  private final long[][] masks;

  /** The rows of {@link #masks} for the characters that are asked about most. */
  private final int[] asciiRows = new int[ASCII];

  private BitSegment(int[] places) {
    this.places = places;
    alphabet = Arrays.stream(places).filter(place -> place >= 0).sorted().distinct().toArray();
    masks = new long[alphabet.length + 1][(places.length + 63) >> 6];
    for (int i = 0; i < places.length; i++) {
      for (int row = 0; row < masks.length; row++) {
        if (places[i] < 0 || (row < alphabet.length && alphabet[row] == places[i])) {
          masks[row][i >> 6] |= 1L << (i & 63);
        }
      }
    }
    Arrays.setAll(asciiRows, this::search);
  }

  static BitSegment of(int[] places) {
    return new BitSegment(places);
  }

  @Override
  public int endAfter(String text, int from) {
    int at = from;
    for (int place : places) {
      if (at >= text.length()) {
        return -1;
      }
      int c = text.codePointAt(at);
      if (place >= 0 && place != c) {
        return -1;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  @Override
  public int startBefore(String text, int to) {
    int at = to;
    for (int i = places.length - 1; i >= 0; i--) {
      if (at <= 0) {
        return -1;
      }
      int c = text.codePointBefore(at);
      if (places[i] >= 0 && places[i] != c) {
        return -1;
      }
      at -= Character.charCount(c);
    }
    return at;
  }

  @Override
  public int endOfFirst(String text, int from, int to) {
    long[] state = new long[masks[0].length];
    int lastWord = state.length - 1;
    long last = 1L << ((places.length - 1) & 63);
    int at = from;
    while (at < to) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      advance(state, masks[c < ASCII ? asciiRows[c] : search(c)]);
      if ((state[lastWord] & last) != 0) {
        return at;
      }
    }
    return -1;
  }

  private static void advance(long[] state, long[] mask) {
    long carried = 1;
    for (int i = 0; i < state.length; i++) {
      long word = state[i];
      state[i] = (word << 1 | carried) & mask[i];
      carried = word >>> 63;
    }
  }

  private int search(int codePoint) {
    int row = Arrays.binarySearch(alphabet, codePoint);
    return row < 0 ? alphabet.length : row;
  }

  @Override
  public int width() {
    return masks[0].length;
  }

  @Override
  public String prefix() {
    var prefix = new StringBuilder();
    for (int i = 0; i < places.length && places[i] >= 0; i++) {
      prefix.appendCodePoint(places[i]);
    }
    return prefix.toString();
  }
}
