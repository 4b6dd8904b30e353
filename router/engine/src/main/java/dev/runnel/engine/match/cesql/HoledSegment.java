package dev.runnel.engine.match.cesql;

/** A segment with {@code _}. */
final class HoledSegment implements Anchored, Sought {

  /** A code point, or {@link SegmentText#ANY}, for each place. */
  private final int[] places;

  /** The longest part without {@code _}, and how many places are before it. */
  private final String part;

  private final int before;

  private HoledSegment(int[] places, int before, int after) {
    this.places = places;
    this.part = new String(places, before, after - before);
    this.before = before;
  }

  static HoledSegment of(int[] places) {
    int before = 0;
    int after = 0;
    for (int from = 0; from < places.length; from++) {
      int to = from;
      while (to < places.length && places[to] != SegmentText.ANY) {
        to++;
      }
      if (to - from > after - before) {
        before = from;
        after = to;
      }
      from = to;
    }
    return new HoledSegment(places, before, after);
  }

  @Override
  public int endAfter(String text, int from) {
    int at = from;
    for (int place : places) {
      if (at >= text.length()) {
        return -1;
      }
      int c = text.codePointAt(at);
      if (place != SegmentText.ANY && place != c) {
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
      if (places[i] != SegmentText.ANY && places[i] != c) {
        return -1;
      }
      at -= Character.charCount(c);
    }
    return at;
  }

  /** Looks for the part first, and compares the rest where it is. */
  @Override
  public int endOfFirst(String text, int from, int to) {
    if (text.codePointCount(from, to) < places.length) {
      return -1;
    }
    int found = text.indexOf(part, text.offsetByCodePoints(from, before), to);
    while (found >= 0) {
      int end = endAfter(text, text.offsetByCodePoints(found, -before));
      if (end >= 0 && end <= to) {
        return end;
      }
      found = text.indexOf(part, found + 1, to);
    }
    return -1;
  }

  @Override
  public int width() {
    return places.length;
  }

  @Override
  public String prefix() {
    int hole = 0;
    while (places[hole] != SegmentText.ANY) {
      hole++;
    }
    return new String(places, 0, hole);
  }
}
