package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.of;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Wildcards. */
class WildcardTest {

  @Test
  void acceptsAnyTextForAnAsterisk() {
    assertThat(of("[{\"wildcard\": \"*\"}]", "\"\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"a*\"}]", "\"a\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"*c\"}]", "\"abc\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"a*c\"}]", "\"a*c\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"a*b*c\"}]", "\"axxbyyc\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"日*語\"}]", "\"日本語\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"*\"}]", "1")).isFalse();
    assertThat(of("[{\"wildcard\": \"a*b*c\"}]", "\"acb\"")).isFalse();
    assertThat(of("[{\"wildcard\": \"*abab*\"}]", "\"abaabab\"")).isTrue();
  }

  @Test
  void usesNoCharacterTwice() {
    assertThat(of("[{\"wildcard\": \"aa*aa\"}]", "\"aaa\"")).isFalse();
    assertThat(of("[{\"wildcard\": \"aa*aa\"}]", "\"aaaa\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"*ab*ab*\"}]", "\"xab\"")).isFalse();
    assertThat(of("[{\"wildcard\": \"*ab*b\"}]", "\"ab\"")).isFalse();
  }

  @Test
  void acceptsTheStringItselfWithoutAsterisks() {
    assertThat(of("[{\"wildcard\": \"abc\"}]", "\"abc\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"abc\"}]", "\"abcd\"")).isFalse();
    assertThat(of("[{\"wildcard\": \"\"}]", "\"\"")).isTrue();
  }

  @Test
  void readsEscapes() {
    assertThat(of("[{\"wildcard\": \"a\\\\*b\"}]", "\"a*b\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"a\\\\*b\"}]", "\"axb\"")).isFalse();
    assertThat(of("[{\"wildcard\": \"a\\\\\\\\*b\"}]", "\"a\\\\xb\"")).isTrue();
    assertThat(of("[{\"wildcard\": \"\\\\**\"}]", "\"*x\"")).isTrue();
  }

  @Test
  void goesOverALongTextOnce() {
    String aaa = "a".repeat(1 << 16);

    assertThat(new Part("a".repeat(2_000) + "b").behind(aaa, 0, aaa.length())).isEqualTo(-1);
    assertThat(new Part("aab").behind(aaa + "b", 0, aaa.length() + 1)).isEqualTo(aaa.length() + 1);
    assertThat(of("[{\"wildcard\": \"*a*a*a*b\"}]", '"' + aaa + '"')).isFalse();
    assertThat(of("[{\"wildcard\": \"*a*a*a*b\"}]", '"' + aaa + "b\"")).isTrue();
  }
}
