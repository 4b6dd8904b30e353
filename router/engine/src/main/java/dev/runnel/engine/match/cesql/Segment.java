package dev.runnel.engine.match.cesql;

/** What stands between two {@code %} of a pattern of LIKE; places are indexes into the text. */
sealed interface Segment permits PlainSegment, BitSegment {

  /** Where the segment ends that begins at a place, or -1 where it is not there. */
  int endAfter(String text, int from);

  /** Where the segment begins that ends at a place, or -1 where it is not there. */
  int startBefore(String text, int to);

  /** Where the segment ends that comes first between two places, or -1 where there is none. */
  int endOfFirst(String text, int from, int to);

  /** How often a character is looked at while the segment is looked for. */
  int width();

  /** The characters that it begins with, up to one that may be any. */
  String prefix();
}
