package dev.runnel.engine.match.cesql;

/** A segment at the beginning or the end of a pattern of LIKE; places are indexes into the text. */
sealed interface Anchored permits PlainSegment, HoledSegment {

  /** Where the segment ends that begins at a place, or -1 where it is not there. */
  int endAfter(String text, int from);

  /** Where the segment begins that ends at a place, or -1 where it is not there. */
  int startBefore(String text, int to);

  /** The characters that it begins with, up to one that may be any. */
  String prefix();
}
