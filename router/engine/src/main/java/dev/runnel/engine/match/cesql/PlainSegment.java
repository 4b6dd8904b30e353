package dev.runnel.engine.match.cesql;

/** A segment without {@code _}. */
record PlainSegment(String segment) implements Anchored, Sought {

  @Override
  public int endAfter(String text, int from) {
    return text.startsWith(segment, from) ? from + segment.length() : -1;
  }

  @Override
  public int startBefore(String text, int to) {
    int from = to - segment.length();
    return text.startsWith(segment, from) ? from : -1;
  }

  @Override
  public int endOfFirst(String text, int from, int to) {
    int found = text.indexOf(segment, from, to);
    return found < 0 ? -1 : found + segment.length();
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public String prefix() {
    return segment;
  }
}
