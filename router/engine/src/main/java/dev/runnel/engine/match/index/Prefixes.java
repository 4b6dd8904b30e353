package dev.runnel.engine.match.index;

import dev.runnel.engine.match.fields.TextMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is found by how a text begins: one look for each length that some prefix has. The hash code
 * of a longer prefix follows from that of a shorter one, see {@link String#hashCode}.
 *
 * @param lengths a bit for each; that of one which is not there any more may remain
 */
record Prefixes<T>(long lengths, TextMap<Bucket<T>> byText) {

  /** Longer prefixes are cut off: who is found is asked all the same. */
  private static final int LONGEST = Long.SIZE - 1;

  static <T> Prefixes<T> empty() {
    return new Prefixes<>(0, TextMap.empty());
  }

  boolean isEmpty() {
    return byText.isEmpty();
  }

  @Nullable Bucket<T> get(String prefix) {
    return byText.get(cut(prefix));
  }

  Prefixes<T> with(String prefix, UnaryOperator<@Nullable Bucket<T>> change) {
    String text = cut(prefix);
    return new Prefixes<>(lengths | 1L << text.length(), byText.with(text, change));
  }

  void visit(String text, boolean several, Visit<T> visit) {
    int hash = 0;
    long left = lengths;
    for (int length = 0; left != 0; length++) {
      if ((left & 1) != 0) {
        FieldTable.go(byText.get(text, 0, length, hash), several, visit);
      }
      left >>>= 1;
      if (length == text.length()) {
        return;
      }
      hash = 31 * hash + text.charAt(length);
    }
  }

  private static String cut(String prefix) {
    return prefix.length() <= LONGEST ? prefix : prefix.substring(0, LONGEST);
  }
}
