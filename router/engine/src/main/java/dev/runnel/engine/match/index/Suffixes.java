package dev.runnel.engine.match.index;

import dev.runnel.engine.match.fields.TextMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is found by how a text ends, as {@link Prefixes} from the other side.
 *
 * @param lengths a bit for each; that of one which is not there any more may remain
 */
record Suffixes<T>(long lengths, TextMap<Bucket<T>> byText) {

  private static final int LONGEST = Long.SIZE - 1;

  static <T> Suffixes<T> empty() {
    return new Suffixes<>(0, TextMap.empty());
  }

  boolean isEmpty() {
    return byText.isEmpty();
  }

  @Nullable Bucket<T> get(String suffix) {
    return byText.get(cut(suffix));
  }

  Suffixes<T> with(String suffix, UnaryOperator<@Nullable Bucket<T>> change) {
    String text = cut(suffix);
    return new Suffixes<>(lengths | 1L << text.length(), byText.with(text, change));
  }

  void visit(String text, boolean several, Visit<T> visit) {
    int hash = 0;
    int power = 1;
    long left = lengths;
    int end = text.length();
    for (int length = 0; left != 0; length++) {
      if ((left & 1) != 0) {
        FieldTable.go(byText.get(text, end - length, end, hash), several, visit);
      }
      left >>>= 1;
      if (length == end) {
        return;
      }
      hash += power * text.charAt(end - 1 - length);
      power *= 31;
    }
  }

  private static String cut(String suffix) {
    return suffix.length() <= LONGEST ? suffix : suffix.substring(suffix.length() - LONGEST);
  }
}
