package dev.runnel.engine.match.index;

import dev.runnel.engine.match.fields.TextMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is found by how a text begins, or by how it ends: one look for each length that some affix
 * has. The hash code of a longer affix follows from that of a shorter one, see {@link
 * String#hashCode}.
 *
 * @param isAtEnd whether these are suffixes; otherwise they are prefixes
 * @param lengths a bit for each; that of one which is not there any more may remain
 */
record Affixes<T>(boolean isAtEnd, long lengths, TextMap<Bucket<T>> byText) {

  /** Longer ones are cut off: who is found is asked all the same. */
  static final int LONGEST = Long.SIZE - 1;

  private static final int BASE = 31;

  static <T> Affixes<T> prefixes() {
    return new Affixes<>(false, 0, TextMap.empty());
  }

  static <T> Affixes<T> suffixes() {
    return new Affixes<>(true, 0, TextMap.empty());
  }

  boolean isEmpty() {
    return byText.isEmpty();
  }

  @Nullable Bucket<T> get(String affix) {
    return byText.get(cut(affix));
  }

  Affixes<T> with(String affix, UnaryOperator<@Nullable Bucket<T>> change) {
    String text = cut(affix);
    return new Affixes<>(isAtEnd, lengths | 1L << text.length(), byText.with(text, change));
  }

  /** How many looks a text takes at most. */
  int most(String text) {
    return Math.min(Long.bitCount(lengths), text.length() + 1);
  }

  void visit(String text, boolean several, Visit<T> visit) {
    int hash = 0;
    int power = 1;
    long left = lengths;
    for (int length = 0; left != 0; length++) {
      if ((left & 1) != 0) {
        int from = isAtEnd ? text.length() - length : 0;
        FieldTable.go(byText.get(text, from, from + length, hash), several, visit);
      }
      left >>>= 1;
      if (length == text.length()) {
        return;
      }
      if (isAtEnd) {
        hash += power * text.charAt(text.length() - 1 - length);
        power *= BASE;
      } else {
        hash = BASE * hash + text.charAt(length);
      }
    }
  }

  private String cut(String affix) {
    if (affix.length() <= LONGEST) {
      return affix;
    }
    return isAtEnd ? affix.substring(affix.length() - LONGEST) : affix.substring(0, LONGEST);
  }
}
