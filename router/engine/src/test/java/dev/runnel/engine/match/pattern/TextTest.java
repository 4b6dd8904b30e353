package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tests of strings: exact, at the beginning, at the end, and in upper or lower case. */
class TextTest {

  @Test
  void acceptsTheVeryString() {
    assertThat(of("[\"x\"]", "\"x\"")).isTrue();
    assertThat(of("[\"y\", \"x\"]", "\"x\"")).isTrue();
    assertThat(of("[{\"exactly\": \"x\"}]", "\"x\"")).isTrue();
    assertThat(of("[\"\"]", "\"\"")).isTrue();
    assertThat(of("[\"日本\\n\\\"\"]", "\"日\\u672c\\n\\\"\"")).isTrue();
    assertThat(of("[\"x\"]", "\"X\"")).isFalse();
    assertThat(of("[\"x\"]", "\"xx\"")).isFalse();
  }

  @Test
  void takesNoOtherKindForAString() {
    assertThat(of("[\"1\", \"true\", \"null\"]", "1")).isFalse();
    assertThat(of("[\"1\", \"true\", \"null\"]", "true")).isFalse();
    assertThat(of("[\"1\", \"true\", \"null\"]", "null")).isFalse();
    assertThat(of("[1, true, null]", "\"1\"")).isFalse();
    assertThat(of("[1, true, null]", "\"true\"")).isFalse();
    assertThat(of("[true]", "true")).isTrue();
    assertThat(of("[false]", "true")).isFalse();
    assertThat(of("[null]", "null")).isTrue();
  }

  @Test
  void acceptsBeginnings() {
    assertThat(of("[{\"prefix\": \"ab\"}]", "\"abc\"")).isTrue();
    assertThat(of("[{\"prefix\": \"ab\"}]", "\"ab\"")).isTrue();
    assertThat(of("[{\"prefix\": \"\"}]", "\"\"")).isTrue();
    assertThat(of("[{\"prefix\": \"ab\"}]", "\"a\"")).isFalse();
    assertThat(of("[{\"prefix\": \"ab\"}]", "\"Abc\"")).isFalse();
    assertThat(of("[{\"prefix\": \"\"}]", "1")).isFalse();
    assertThat(of("[{\"prefix\": {\"equals-ignore-case\": \"aB\"}}]", "\"Abc\"")).isTrue();
    assertThat(of("[{\"prefix\": {\"equals-ignore-case\": \"aB\"}}]", "\"Ac\"")).isFalse();
  }

  @Test
  void acceptsEnds() {
    assertThat(of("[{\"suffix\": \"bc\"}]", "\"abc\"")).isTrue();
    assertThat(of("[{\"suffix\": \"\"}]", "\"abc\"")).isTrue();
    assertThat(of("[{\"suffix\": \"雨\"}]", "\"大雨\"")).isTrue();
    assertThat(of("[{\"suffix\": \"bc\"}]", "\"c\"")).isFalse();
    assertThat(of("[{\"suffix\": \"1\"}]", "1")).isFalse();
    assertThat(of("[{\"suffix\": {\"equals-ignore-case\": \"bC\"}}]", "\"aBc\"")).isTrue();
    assertThat(of("[{\"suffix\": {\"equals-ignore-case\": \"bC\"}}]", "\"c\"")).isFalse();
  }

  @Test
  void acceptsBothFormsOfEachCharacter() {
    assertThat(of("[{\"equals-ignore-case\": \"aBc\"}]", "\"AbC\"")).isTrue();
    assertThat(of("[{\"equals-ignore-case\": \"aBc\"}]", "\"abcd\"")).isFalse();
    assertThat(of("[{\"equals-ignore-case\": \"aBc\"}]", "\"ab\"")).isFalse();
    assertThat(of("[{\"equals-ignore-case\": \"Ünï\"}]", "\"üNÏ\"")).isTrue();
    assertThat(of("[{\"equals-ignore-case\": \"straße\"}]", "\"STRASSE\"")).isTrue();
    assertThat(of("[{\"equals-ignore-case\": \"STRASSE\"}]", "\"straße\"")).isFalse();
    assertThat(of("[{\"equals-ignore-case\": \"ſ\"}]", "\"S\"")).isTrue();
    assertThat(of("[{\"equals-ignore-case\": \"s\"}]", "\"ſ\"")).isFalse();
    assertThat(of("[{\"equals-ignore-case\": \"ǅ\"}]", "\"ǅ\"")).isFalse();
    assertThat(of("[{\"equals-ignore-case\": \"ǅ\"}]", "\"Ǆ\"")).isTrue();
    assertThat(of("[{\"suffix\": {\"equals-ignore-case\": \"ße\"}}]", "\"STRASSE\"")).isTrue();
  }

  @Test
  void foldsBothFormsOfEachCharacterAlike() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String lower = Character.toString(c).toLowerCase(Locale.ROOT);
      String upper = Character.toString(c).toUpperCase(Locale.ROOT);

      assertThat(AnyCase.folded(lower)).isEqualTo(AnyCase.folded(upper));
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
