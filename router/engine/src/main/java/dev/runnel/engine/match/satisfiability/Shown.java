package dev.runnel.engine.match.satisfiability;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in a filter, as messages show it: on one line, cut short. */
final class Shown {

  private static final int LONGEST = 60;
  private static final int MOST = 5;

  private Shown() {}

  static String quoted(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(shown::appendCodePoint);
    return '"' + (shown.length() < text.length() ? shown + "…" : shown.toString()) + '"';
  }

  /** In the order of the alphabet. */
  static String anyOf(Collection<String> texts) {
    return joined(texts.stream().sorted().map(Shown::quoted));
  }

  static String joined(Stream<String> alternatives) {
    List<String> all = alternatives.toList();
    String first = all.stream().limit(MOST).collect(Collectors.joining(" or "));
    return all.size() > MOST ? first + " or " + (all.size() - MOST) + " more" : first;
  }
}
