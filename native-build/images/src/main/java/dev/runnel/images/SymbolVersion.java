package dev.runnel.images;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version that a function of a shared library has, as in {@code GLIBC_2.34}.
 *
 * @param family the name before its numbers; all of it where there are none
 * @param numbers its parts, the most significant first
 */
record SymbolVersion(String family, List<Integer> numbers) implements Comparable<SymbolVersion> {

  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern NUMBERED = Pattern.compile("(\\w+)_(\\d{1,6}(?:\\.\\d{1,6}){0,4})");

  SymbolVersion {
    numbers = List.copyOf(numbers);
  }

  static SymbolVersion of(String text) {
    var numbered = NUMBERED.matcher(text);
    return numbered.matches()
        ? new SymbolVersion(
            numbered.group(1), DOT.splitAsStream(numbered.group(2)).map(Integer::valueOf).toList())
        : new SymbolVersion(text, List.of());
  }

  /** Whether a library that has this version has that one too. */
  boolean covers(SymbolVersion other) {
    return family.equals(other.family) && compareTo(other) >= 0;
  }

  @Override
  public int compareTo(SymbolVersion other) {
    int families = family.compareTo(other.family);
    return families != 0
        ? families
        : Arrays.compare(numbers.toArray(Integer[]::new), other.numbers.toArray(Integer[]::new));
  }

  @Override
  public String toString() {
    String text = numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    return text.isEmpty() ? family : family + "_" + text;
  }
}
