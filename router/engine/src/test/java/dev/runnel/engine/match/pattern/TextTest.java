package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.onField;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.engine.match.fields.CaseFolding;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests of strings: exact, at the beginning, at the end, and in upper or lower case. */
class TextTest {

  @Test
  void acceptsTheVeryString() {
    assertThat(onField("[\"x\"]", "\"x\"")).isTrue();
    assertThat(onField("[\"y\", \"x\"]", "\"x\"")).isTrue();
    assertThat(onField("[{\"exactly\": \"x\"}]", "\"x\"")).isTrue();
    assertThat(onField("[\"\"]", "\"\"")).isTrue();
    assertThat(onField("[\"日本\\n\\\"\"]", "\"日\\u672c\\n\\\"\"")).isTrue();
    assertThat(onField("[\"x\"]", "\"X\"")).isFalse();
    assertThat(onField("[\"x\"]", "\"xx\"")).isFalse();
  }

  @Test
  void takesNoOtherKindForAString() {
    assertThat(onField("[\"1\", \"true\", \"null\"]", "1")).isFalse();
    assertThat(onField("[\"1\", \"true\", \"null\"]", "true")).isFalse();
    assertThat(onField("[\"1\", \"true\", \"null\"]", "null")).isFalse();
    assertThat(onField("[1, true, null]", "\"1\"")).isFalse();
    assertThat(onField("[1, true, null]", "\"true\"")).isFalse();
    assertThat(onField("[true]", "true")).isTrue();
    assertThat(onField("[false]", "true")).isFalse();
    assertThat(onField("[null]", "null")).isTrue();
  }

  @Test
  void acceptsBeginnings() {
    assertThat(onField("[{\"prefix\": \"ab\"}]", "\"abc\"")).isTrue();
    assertThat(onField("[{\"prefix\": \"ab\"}]", "\"ab\"")).isTrue();
    assertThat(onField("[{\"prefix\": \"\"}]", "\"\"")).isTrue();
    assertThat(onField("[{\"prefix\": \"ab\"}]", "\"a\"")).isFalse();
    assertThat(onField("[{\"prefix\": \"ab\"}]", "\"Abc\"")).isFalse();
    assertThat(onField("[{\"prefix\": \"\"}]", "1")).isFalse();
    assertThat(onField("[{\"prefix\": {\"equals-ignore-case\": \"aB\"}}]", "\"Abc\"")).isTrue();
    assertThat(onField("[{\"prefix\": {\"equals-ignore-case\": \"aB\"}}]", "\"Ac\"")).isFalse();
  }

  @Test
  void acceptsEnds() {
    assertThat(onField("[{\"suffix\": \"bc\"}]", "\"abc\"")).isTrue();
    assertThat(onField("[{\"suffix\": \"\"}]", "\"abc\"")).isTrue();
    assertThat(onField("[{\"suffix\": \"雨\"}]", "\"大雨\"")).isTrue();
    assertThat(onField("[{\"suffix\": \"bc\"}]", "\"c\"")).isFalse();
    assertThat(onField("[{\"suffix\": \"1\"}]", "1")).isFalse();
    assertThat(onField("[{\"suffix\": {\"equals-ignore-case\": \"bC\"}}]", "\"aBc\"")).isTrue();
    assertThat(onField("[{\"suffix\": {\"equals-ignore-case\": \"bC\"}}]", "\"c\"")).isFalse();
  }

  @Test
  void acceptsBothFormsOfEachCharacter() {
    assertThat(onField("[{\"equals-ignore-case\": \"aBc\"}]", "\"AbC\"")).isTrue();
    assertThat(onField("[{\"equals-ignore-case\": \"aBc\"}]", "\"abcd\"")).isFalse();
    assertThat(onField("[{\"equals-ignore-case\": \"aBc\"}]", "\"ab\"")).isFalse();
    assertThat(onField("[{\"equals-ignore-case\": \"Ünï\"}]", "\"üNÏ\"")).isTrue();
    assertThat(onField("[{\"equals-ignore-case\": \"straße\"}]", "\"STRASSE\"")).isTrue();
    assertThat(onField("[{\"equals-ignore-case\": \"STRASSE\"}]", "\"straße\"")).isFalse();
    assertThat(onField("[{\"equals-ignore-case\": \"ſ\"}]", "\"S\"")).isTrue();
    assertThat(onField("[{\"equals-ignore-case\": \"s\"}]", "\"ſ\"")).isFalse();
    assertThat(onField("[{\"equals-ignore-case\": \"ǅ\"}]", "\"ǅ\"")).isFalse();
    assertThat(onField("[{\"equals-ignore-case\": \"ǅ\"}]", "\"Ǆ\"")).isTrue();
    assertThat(onField("[{\"suffix\": {\"equals-ignore-case\": \"ße\"}}]", "\"STRASSE\"")).isTrue();
  }

  @Test
  void foldsBothFormsOfEachCharacterAlike() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String lower = Character.toString(c).toLowerCase(Locale.ROOT);
      String upper = Character.toString(c).toUpperCase(Locale.ROOT);

      assertThat(CaseFolding.folded(lower)).isEqualTo(CaseFolding.folded(upper));
    }
  }

  @Test
  void foldsATextCharacterByCharacter() {
    var random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      String text =
          random
              .ints(1 + random.nextInt(4), 0, 0x600)
              .map(c -> c < 0x580 ? c : "ΣσςßẞİıǅǄ\u0307".charAt(c % 10))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String each =
          text.codePoints()
              .mapToObj(c -> CaseFolding.folded(Character.toString(c)))
              .collect(Collectors.joining());

      assertThat(CaseFolding.folded(text)).as(text).isEqualTo(each);
    }
  }

  /** So that one pass over a text suffices: where one form fits, the other one does not. */
  @Test
  void neverReadsOneFormOfACharacterAsPartOfTheOther() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String lower = Character.toString(c).toLowerCase(Locale.ROOT);
      String upper = Character.toString(c).toUpperCase(Locale.ROOT);

      if (!lower.equals(upper)) {
        assertThat(lower.startsWith(upper) || upper.startsWith(lower)).isFalse();
        assertThat(lower.endsWith(upper) || upper.endsWith(lower)).isFalse();
      }
    }
  }
}
