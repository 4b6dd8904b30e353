package dev.runnel.engine.match.cesql;

import java.util.ArrayList;
import java.util.List;

/** What stands between two {@code %} of a pattern, while it is read. */
final class SegmentText {

  /** Stands for any character. */
  static final int ANY = -1;

  /** A longer one is not compared at each place: that would read characters again and again. */
  private static final int LONGEST_COMPARED = 16;

  /** Code points, and {@link #ANY}. */
  private final List<Integer> places = new ArrayList<>();

  void character(int codePoint) {
    places.add(codePoint);
  }

  void anyCharacter() {
    places.add(ANY);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** For a segment at the beginning or the end of the pattern, whose place is known. */
  Anchored anchored() {
    return hasHoles() ? HoledSegment.of(codePoints()) : plain();
  }

  /** For a segment that is looked for. */
  Sought sought() {
    if (places.size() > LONGEST_COMPARED) {
      return BitSegment.of(codePoints());
    }
    return hasHoles() ? HoledSegment.of(codePoints()) : plain();
  }

  private boolean hasHoles() {
    return places.contains(ANY);
  }

  private PlainSegment plain() {
    int[] codePoints = codePoints();
    return new PlainSegment(new String(codePoints, 0, codePoints.length));
  }

  private int[] codePoints() {
    return places.stream().mapToInt(Integer::intValue).toArray();
  }
}
