package dev.runnel.engine.match.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LIKE against a matcher that follows its definition, and against patterns made to take long. */
class LikePatternTest {

  private static final int PAIRS = 60_000;
  private static final List<String> LETTERS = List.of("a", "b", "😀", "ä");
  private static final List<String> SIGNS = List.of("a", "b", "😀", "%", "_", "\\%", "\\_", "\\");

  @Test
  void agreesWithItsDefinition() {
    var random = new Random(3);
    int matched = 0;
    for (int i = 0; i < PAIRS; i++) {
      String text = drawn(random, LETTERS, 12) + (i % 3 == 0 ? "%_\\" : "");
      String pattern = drawn(random, SIGNS, 8);
      boolean matches = LikePattern.of(pattern).matches(text);
      matched += matches ? 1 : 0;

      assertThat(matches).as("%s LIKE %s", text, pattern).isEqualTo(naive(text, pattern));
    }
    assertThat(matched).isBetween(PAIRS / 50, PAIRS / 2);
  }

  @Test
  void agreesWithItsDefinitionForLongSegments() {
    var random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      String part = drawn(random, List.of("a", "b"), 160);
      String pattern = "%" + part.replace("bab", "b_b") + "%";
      String text = drawn(random, List.of("a", "b"), 40) + (i % 2 == 0 ? part : "") + "ab";

      assertThat(LikePattern.of(pattern).matches(text))
          .as("%s LIKE %s", text, pattern)
          .isEqualTo(naive(text, pattern));
    }
  }

  @Test
  void tellsWhatEveryMatchBeginsWith() {
    assertThat(LikePattern.of("ab%c").prefix()).isEqualTo("ab");
    assertThat(LikePattern.of("ab\\%_%").prefix()).isEqualTo("ab%");
    assertThat(LikePattern.of("%ab").prefix()).isEmpty();
    assertThat(LikePattern.of("_ab").prefix()).isEmpty();
    assertThat(LikePattern.of("a\\_b").prefix()).isEqualTo("a_b");
    assertThat(LikePattern.of("a\\_b").isExact()).isTrue();
    assertThat(LikePattern.of("a_b").isExact()).isFalse();
    assertThat(LikePattern.of("ab%").isExact()).isFalse();
  }

  /** A matcher that goes back would need more than a lifetime for some of these. */
  @ParameterizedTest
  @ValueSource(strings = {"%a", "%aa", "_%", "%a_", "a%_", "%aaaaaaaaaaaaaaaaaaaaaaaaa_"})
  void readsALongTextOnceWhateverThePattern(String part) {
    String text = "a".repeat(1 << 16);
    LikePattern pattern = LikePattern.of(part.repeat(4_000 / part.length()) + "%b");
    LikePattern inner = LikePattern.of("%" + "a".repeat(4_000) + "b%");

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(pattern.matches(text)).isFalse();
          assertThat(inner.matches(text)).isFalse();
        });
  }

  private static String drawn(Random random, List<String> from, int most) {
    var drawn = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      drawn.append(from.get(random.nextInt(from.size())));
    }
    return drawn.toString();
  }

  /** Whether the pattern matches, by rows: at(j) is whether it matches the text up to j. */
  private static boolean naive(String text, String pattern) {
    int[] characters = text.codePoints().toArray();
    int[] signs = pattern.codePoints().toArray();
    boolean[] at = new boolean[characters.length + 1];
    at[0] = true;
    for (int i = 0; i < signs.length; i++) {
      boolean isEscape =
          signs[i] == '\\' && i + 1 < signs.length && (signs[i + 1] == '%' || signs[i + 1] == '_');
      int sign = signs[isEscape ? ++i : i];
      boolean[] after = new boolean[at.length];
      for (int j = 0; j < at.length; j++) {
        if (sign == '%' && !isEscape) {
          after[j] = at[j] || (j > 0 && after[j - 1]);
        } else if (j > 0) {
          boolean fits = (sign == '_' && !isEscape) || sign == characters[j - 1];
          after[j] = at[j - 1] && fits;
        }
      }
      at = after;
    }
    return at[characters.length];
  }
}
