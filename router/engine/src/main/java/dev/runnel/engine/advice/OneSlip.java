package dev.runnel.engine.advice;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two words of which one is probably the other mistyped: one letter more, less, another or swapped
 * with its neighbour, or capitals. Words that differ in their digits only are meant so.
 */
final class OneSlip {

  /** In shorter words a letter makes another word. */
  private static final int SHORTEST = 5;

  /** Nobody mistypes longer ones by a letter. */
  static final int LONGEST = 64;

  private OneSlip() {}

  static boolean isBetween(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    return !one.equals(other)
        && Math.min(a.length(), b.length()) >= SHORTEST
        && !withoutDigits(one).equals(withoutDigits(other))
        && (a.length() <= b.length() ? isOneLetterApart(a, b) : isOneLetterApart(b, a));
  }

  private static boolean isOneLetterApart(String shorter, String longer) {
    int same = 0;
    while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
      same++;
    }
    String rest = shorter.substring(same);
    String longerRest = longer.substring(same);
    if (rest.length() < longerRest.length()) {
      return rest.equals(longerRest.substring(1));
    }
    return rest.isEmpty()
        || rest.substring(1).equals(longerRest.substring(1))
        || isSwapped(rest, longerRest);
  }

  private static boolean isSwapped(String a, String b) {
    return a.length() > 1
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.substring(2).equals(b.substring(2));
  }

  private static String withoutDigits(String word) {
    return word.chars()
        .filter(c -> !Character.isDigit(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Two words that are one slip apart have one of these in common; others may have too. */
  static Set<String> keys(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    var keys = new HashSet<String>();
    keys.add(lower);
    IntStream.range(0, Math.min(lower.length(), LONGEST))
        .mapToObj(i -> lower.substring(0, i) + lower.substring(i + 1))
        .forEach(keys::add);
    return keys;
  }
}
