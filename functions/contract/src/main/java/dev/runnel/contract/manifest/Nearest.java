package dev.runnel.contract.manifest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody who wrote an unknown one probably meant. */
public final class Nearest {

  /** Words longer than this are not compared: nobody mistypes them by a letter. */
  private static final int LONGEST = 64;

  private static final int SAME_BEGINNING = 4;

  private Nearest() {}

  /**
   * The word with the smallest distance; none when every one is too far away. Up to one letter in
   * three may differ, at most three letters; else one that begins like it, as {@code retries} and
   * {@code retry} do. Upper and lower case are the same.
   */
  public static Optional<String> to(String wanted, Collection<String> known) {
    String seen = wanted.toLowerCase(Locale.ROOT);
    int far = Math.clamp(seen.length() / 3, 1, 3);
    return known.stream()
        .filter(word -> Math.max(word.length(), seen.length()) <= LONGEST)
        .filter(word -> Math.abs(word.length() - seen.length()) <= far)
        .map(word -> new Candidate(word, distance(seen, word.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance <= far)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word)
        .or(() -> known.stream().filter(word -> beginsLike(seen, word)).sorted().findFirst());
  }

  private static boolean beginsLike(String seen, String word) {
    return seen.length() >= SAME_BEGINNING
        && seen.length() <= LONGEST
        && word.toLowerCase(Locale.ROOT).startsWith(seen.substring(0, SAME_BEGINNING));
  }

  /** {@code , did you mean "x"?}, or nothing when no known word is near. */
  public static String hint(String wanted, Collection<String> known) {
    return to(wanted, known).map(word -> ", did you mean \"" + word + "\"?").orElse("");
  }

  private record Candidate(String word, int distance) {}

  /**
   * Letters to insert, delete, replace or swap with their neighbour ("optimal string alignment"
   * distance). Only three rows of the table are alive at a time.
   */
  private static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (swapped(from, i, to, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[to.length()];
  }

  private static boolean swapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
