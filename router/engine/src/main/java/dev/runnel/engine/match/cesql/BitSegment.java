package dev.runnel.engine.match.cesql;

import java.util.Arrays;

/**
 * A long segment. It is looked for with a bit for each of its places, set where the characters just
 * read are the ones up to there (Baeza-Yates and Gonnet, "A new approach to text searching", 1992):
 * each character is read once, and costs a word for 64 places.
 */
final class BitSegment implements Sought {

  private static final int ASCII = 128;

  private final int length;

  /** The code points that stand at some place, in order. */
  private final int[] alphabet;

  /** For each of the alphabet, and last for all others: at which places it may stand. */
  private final long[][] masks;

  /** The rows of {@link #masks} for the characters that are asked about most. */
  private final int[] asciiRows = new int[ASCII];

  private BitSegment(int[] places) {
    length = places.length;
    alphabet = Arrays.stream(places).filter(place -> place >= 0).sorted().distinct().toArray();
    masks = new long[alphabet.length + 1][(places.length + 63) >> 6];
    for (int i = 0; i < places.length; i++) {
      if (places[i] == SegmentText.ANY) {
        for (long[] mask : masks) {
          allow(mask, i);
        }
      } else {
        allow(masks[search(places[i])], i);
      }
    }
    Arrays.setAll(asciiRows, this::search);
  }

  private static void allow(long[] mask, int place) {
    mask[place >> 6] |= 1L << (place & 63);
  }

  static BitSegment of(int[] places) {
    return new BitSegment(places);
  }

  @Override
  public int endOfFirst(String text, int from, int to) {
    long[] state = new long[masks[0].length];
    int lastWord = state.length - 1;
    long last = 1L << ((length - 1) & 63);
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
}
