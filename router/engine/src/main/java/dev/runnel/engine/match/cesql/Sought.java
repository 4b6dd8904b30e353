package dev.runnel.engine.match.cesql;

/** A segment between two {@code %} of a pattern of LIKE, which is looked for. */
sealed interface Sought permits PlainSegment, HoledSegment, BitSegment {

  /** Where the segment ends that comes first between two places, or -1 where there is none. */
  int endOfFirst(String text, int from, int to);

  /** How many steps a character takes while the segment is looked for. */
  int width();
}
