package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.of;
import static dev.runnel.engine.match.pattern.Verdict.ofData;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code anything-but}, in all its forms. */
class AnythingButTest {

  @Test
  void acceptsOtherStringsAndOtherKinds() {
    assertThat(of("[{\"anything-but\": \"x\"}]", "\"x\"")).isFalse();
    assertThat(of("[{\"anything-but\": \"x\"}]", "\"y\"")).isTrue();
    assertThat(of("[{\"anything-but\": [\"x\", \"y\"]}]", "\"y\"")).isFalse();
    assertThat(of("[{\"anything-but\": [\"x\", \"1\"]}]", "1")).isTrue();
    assertThat(of("[{\"anything-but\": \"null\"}]", "null")).isTrue();
    assertThat(of("[{\"anything-but\": \"::1\"}]", "\"0::1\"")).isTrue();
  }

  @Test
  void acceptsOtherNumbersAndOtherKinds() {
    assertThat(of("[{\"anything-but\": 1}]", "1.0")).isFalse();
    assertThat(of("[{\"anything-but\": [1, 2]}]", "2e0")).isFalse();
    assertThat(of("[{\"anything-but\": [1, 2]}]", "3")).isTrue();
    assertThat(of("[{\"anything-but\": [1, 2]}]", "\"1\"")).isTrue();
    assertThat(of("[{\"anything-but\": [1, 2]}]", "true")).isTrue();
  }

  @Test
  void acceptsOtherBeginningsAndEnds() {
    assertThat(of("[{\"anything-but\": {\"prefix\": \"ab\"}}]", "\"abc\"")).isFalse();
    assertThat(of("[{\"anything-but\": {\"prefix\": [\"x\", \"ab\"]}}]", "\"abc\"")).isFalse();
    assertThat(of("[{\"anything-but\": {\"prefix\": \"ab\"}}]", "\"a\"")).isTrue();
    assertThat(of("[{\"anything-but\": {\"suffix\": \"bc\"}}]", "\"abc\"")).isFalse();
    assertThat(of("[{\"anything-but\": {\"suffix\": [\"x\", \"bc\"]}}]", "\"abc\"")).isFalse();
    assertThat(of("[{\"anything-but\": {\"suffix\": \"bc\"}}]", "5")).isTrue();
  }

  @Test
  void acceptsWhatIsOtherButForCase() {
    assertThat(of("[{\"anything-but\": {\"equals-ignore-case\": \"Yes\"}}]", "\"yES\"")).isFalse();
    assertThat(of("[{\"anything-but\": {\"equals-ignore-case\": [\"Y\", \"n\"]}}]", "\"N\""))
        .isFalse();
    assertThat(of("[{\"anything-but\": {\"equals-ignore-case\": \"Yes\"}}]", "\"yess\"")).isTrue();
    assertThat(of("[{\"anything-but\": {\"equals-ignore-case\": \"Yes\"}}]", "null")).isTrue();
  }

  @Test
  void acceptsWhatNoWildcardAccepts() {
    assertThat(of("[{\"anything-but\": {\"wildcard\": \"*/lib/*\"}}]", "\"a/lib/b\"")).isFalse();
    assertThat(of("[{\"anything-but\": {\"wildcard\": [\"x*\", \"*b\"]}}]", "\"ab\"")).isFalse();
    assertThat(of("[{\"anything-but\": {\"wildcard\": \"*/lib/*\"}}]", "\"a/bin/b\"")).isTrue();
  }

  @Test
  void acceptsOneOtherValueOfMany() {
    assertThat(of("[{\"anything-but\": \"x\"}]", "[\"x\", \"y\"]")).isTrue();
    assertThat(of("[{\"anything-but\": \"x\"}]", "[\"x\", \"x\"]")).isFalse();
  }

  @Test
  void doesNotAcceptAbsence() {
    assertThat(of("[{\"anything-but\": \"x\"}]", "[]")).isFalse();
    assertThat(ofData("{\"a\": [{\"anything-but\": \"x\"}]}", "{}")).isFalse();
  }
}
