package dev.runnel.agents;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The terms of a text and how often each occurs. A term is a run of letters and digits without
 * capitals and without an English plural's {@code s}; in scripts that put no space between words,
 * every character is one. English words that say nothing of a subject are none.
 */
final class Terms {

  private static final String SPACELESS = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]";

  private static final Pattern TERM =
      Pattern.compile(SPACELESS + "|[\\p{L}\\p{M}\\p{N}&&" + SPACELESS.replace("[", "[^") + "]+");

  private static final Set<String> SAY_NOTHING =
      Set.of(
          """
          a an and any are as at be been but by can could do does for from had has have he her him
          his how i if in into is it its me my no not of on or our she should so some such that the
          their them then there these they this those to was we were what when where which who whom
          whose why will with would you your"""
              .split("\\s+"));

  private final Map<String, Integer> counts;
  private final int length;

  private Terms(Map<String, Integer> counts) {
    this.counts = Map.copyOf(counts);
    this.length = counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  static Terms of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var counts = new HashMap<String, Integer>();
    TERM.matcher(plain)
        .results()
        .map(MatchResult::group)
        .filter(word -> !SAY_NOTHING.contains(word))
        .map(Terms::singular)
        .forEach(term -> counts.merge(term, 1, Integer::sum));
    return new Terms(counts);
  }

  int count(String term) {
    return counts.getOrDefault(term, 0);
  }

  /** How many terms there are, repeated ones counted each time. */
  int length() {
    return length;
  }

  Set<String> distinct() {
    return counts.keySet();
  }

  /** The S stemmer of Harman 1991, "How effective is suffixing?", table 1. */
  private static String singular(String term) {
    if (term.endsWith("ies") && !term.endsWith("eies") && !term.endsWith("aies")) {
      return term.substring(0, term.length() - 3) + "y";
    }
    if (term.endsWith("es")
        && !term.endsWith("aes")
        && !term.endsWith("ees")
        && !term.endsWith("oes")) {
      return term.substring(0, term.length() - 1);
    }
    if (term.endsWith("s") && !term.endsWith("us") && !term.endsWith("ss")) {
      return term.substring(0, term.length() - 1);
    }
    return term;
  }
}
