package dev.runnel.engine.match.cesql;

/** A segment with {@code _}. */
final class HoledSegment implements Anchored, Sought {

  /** A code point, or {@link SegmentText#ANY}, for each place. */
  private final int[] places;

  /** The longest part without {@code _}, and how many places are before it. */
  private final String part;

  private final int before;
  private final int after;

  private HoledSegment(int[] places, int before, int after) {
    this.places = places;
    this.part = new String(places, before, after - before);
    this.before = before;
    this.after = after;
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
    return endAfter(text, from, 0);
  }

  /** Where the places from this one on end, which begin in the text at a place, or -1. */
  private int endAfter(String text, int from, int first) {
    int at = from;
    for (int i = first; i < places.length; i++) {
      if (at >= text.length()) {
        return -1;
      }
      int c = text.codePointAt(at);
      if (places[i] != SegmentText.ANY && places[i] != c) {
        return -1;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  @Override
  public int startBefore(String text, int to) {
    return startBefore(text, to, places.length);
  }

  /** Where the places before this one begin, which end in the text at a place, or -1. */
  private int startBefore(String text, int to, int last) {
    int at = to;
    for (int i = last - 1; i >= 0; i--) {
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
    int found = text.indexOf(part, from, to);
    while (found >= 0) {
      if (startBefore(text, found, before) >= from) {
        int end = endAfter(text, found + part.length(), after);
        if (end >= 0 && end <= to) {
          return end;
        }
      }
      found = found < to ? text.indexOf(part, found + 1, to) : -1;
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
