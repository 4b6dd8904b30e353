package dev.runnel.engine.match.cesql;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of LIKE: {@code %} is any text, {@code _} any one character, and a backslash before one
 * of them takes that meaning from it. What stands between two {@code %} is found where it comes
 * first, so that a text is read once from its beginning to its end, whatever the pattern.
 */
final class LikePattern {

  private final Anchored first;
  private final List<Sought> inner;
  private final Anchored last;
  private final boolean isWhole;

  /** Whether a text may begin, or end, with anything. */
  private final boolean beginsFreely;

  private final boolean endsFreely;
  private final int width;

  private LikePattern(List<SegmentText> texts) {
    first = texts.getFirst().anchored();
    last = texts.getLast().anchored();
    isWhole = texts.size() == 1;
    beginsFreely = texts.getFirst().isEmpty() && !isWhole;
    endsFreely = texts.getLast().isEmpty() && !isWhole;
    inner =
        texts.subList(1, Math.max(1, texts.size() - 1)).stream()
            .filter(text -> !text.isEmpty())
            .map(SegmentText::sought)
            .toList();
    width = 1 + inner.stream().mapToInt(Sought::width).max().orElse(0);
  }

  static LikePattern of(String pattern) {
    var texts = new ArrayList<SegmentText>();
    var text = new SegmentText();
    int[] codePoints = pattern.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      int c = codePoints[i];
      int after = i + 1 < codePoints.length ? codePoints[i + 1] : 0;
      if (c == '\\' && (after == '%' || after == '_')) {
        text.character(after);
        i++;
      } else if (c == '%') {
        texts.add(text);
        text = new SegmentText();
      } else if (c == '_') {
        text.anyCharacter();
      } else {
        text.character(c);
      }
    }
    texts.add(text);
    return new LikePattern(texts);
  }

  boolean matches(String text) {
    int from = beginsFreely ? 0 : first.endAfter(text, 0);
    if (from < 0 || isWhole) {
      return from == text.length();
    }
    int to = endsFreely ? text.length() : last.startBefore(text, text.length());
    if (to < from) {
      return false;
    }
    for (int i = 0; i < inner.size(); i++) {
      from = inner.get(i).endOfFirst(text, from, to);
      if (from < 0) {
        return false;
      }
    }
    return true;
  }

  /** No more characters than this are read, each so often as the widest segment wants. */
  int stepsFor(String text) {
    return text.length() * width;
  }

  /** Whether only {@link #prefix} itself matches. */
  boolean isExact() {
    return isWhole && first instanceof PlainSegment;
  }

  /** What every text that matches begins with; often empty. */
  String prefix() {
    return first.prefix();
  }
}
