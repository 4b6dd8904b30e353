package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.onField;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Wildcards. */
class WildcardTest {

  @Test
  void acceptsAnyTextForAnAsterisk() {
    assertThat(onField("[{\"wildcard\": \"*\"}]", "\"\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"a*\"}]", "\"a\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"*c\"}]", "\"abc\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"a*c\"}]", "\"a*c\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"a*b*c\"}]", "\"axxbyyc\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"日*語\"}]", "\"日本語\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"*\"}]", "1")).isFalse();
    assertThat(onField("[{\"wildcard\": \"a*b*c\"}]", "\"acb\"")).isFalse();
    assertThat(onField("[{\"wildcard\": \"*abab*\"}]", "\"abaabab\"")).isTrue();
  }

  @Test
  void usesNoCharacterTwice() {
    assertThat(onField("[{\"wildcard\": \"aa*aa\"}]", "\"aaa\"")).isFalse();
    assertThat(onField("[{\"wildcard\": \"aa*aa\"}]", "\"aaaa\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"*ab*ab*\"}]", "\"xab\"")).isFalse();
    assertThat(onField("[{\"wildcard\": \"*ab*b\"}]", "\"ab\"")).isFalse();
  }

  @Test
  void acceptsTheStringItselfWithoutAsterisks() {
    assertThat(onField("[{\"wildcard\": \"abc\"}]", "\"abc\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"abc\"}]", "\"abcd\"")).isFalse();
    assertThat(onField("[{\"wildcard\": \"\"}]", "\"\"")).isTrue();
  }

  @Test
  void readsEscapes() {
    assertThat(onField("[{\"wildcard\": \"a\\\\*b\"}]", "\"a*b\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"a\\\\*b\"}]", "\"axb\"")).isFalse();
    assertThat(onField("[{\"wildcard\": \"a\\\\\\\\*b\"}]", "\"a\\\\xb\"")).isTrue();
    assertThat(onField("[{\"wildcard\": \"\\\\**\"}]", "\"*x\"")).isTrue();
  }

  @Test
  void goesOverALongTextOnce() {
    String aaa = "a".repeat(1 << 16);

    assertThat(new Part("a".repeat(2_000) + "b").behind(aaa, 0, aaa.length())).isEqualTo(-1);
    assertThat(new Part("aab").behind(aaa + "b", 0, aaa.length() + 1)).isEqualTo(aaa.length() + 1);
    assertThat(onField("[{\"wildcard\": \"*a*a*a*b\"}]", '"' + aaa + '"')).isFalse();
    assertThat(onField("[{\"wildcard\": \"*a*a*a*b\"}]", '"' + aaa + "b\"")).isTrue();
  }
}
