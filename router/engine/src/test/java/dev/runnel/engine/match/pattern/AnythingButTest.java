package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.onData;
import static dev.runnel.engine.match.pattern.Verdict.onField;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code anything-but}, in all its forms. */
class AnythingButTest {

  @Test
  void acceptsOtherStringsAndOtherKinds() {
    assertThat(onField("[{\"anything-but\": \"x\"}]", "\"x\"")).isFalse();
    assertThat(onField("[{\"anything-but\": \"x\"}]", "\"y\"")).isTrue();
    assertThat(onField("[{\"anything-but\": [\"x\", \"y\"]}]", "\"y\"")).isFalse();
    assertThat(onField("[{\"anything-but\": [\"x\", \"1\"]}]", "1")).isTrue();
    assertThat(onField("[{\"anything-but\": \"null\"}]", "null")).isTrue();
    assertThat(onField("[{\"anything-but\": \"::1\"}]", "\"0::1\"")).isTrue();
  }

  @Test
  void acceptsOtherNumbersAndOtherKinds() {
    assertThat(onField("[{\"anything-but\": 1}]", "1.0")).isFalse();
    assertThat(onField("[{\"anything-but\": [1, 2]}]", "2e0")).isFalse();
    assertThat(onField("[{\"anything-but\": [1, 2]}]", "3")).isTrue();
    assertThat(onField("[{\"anything-but\": [1, 2]}]", "\"1\"")).isTrue();
    assertThat(onField("[{\"anything-but\": [1, 2]}]", "true")).isTrue();
  }

  @Test
  void acceptsOtherBeginningsAndEnds() {
    assertThat(onField("[{\"anything-but\": {\"prefix\": \"ab\"}}]", "\"abc\"")).isFalse();
    assertThat(onField("[{\"anything-but\": {\"prefix\": [\"x\", \"ab\"]}}]", "\"abc\"")).isFalse();
    assertThat(onField("[{\"anything-but\": {\"prefix\": \"ab\"}}]", "\"a\"")).isTrue();
    assertThat(onField("[{\"anything-but\": {\"suffix\": \"bc\"}}]", "\"abc\"")).isFalse();
    assertThat(onField("[{\"anything-but\": {\"suffix\": [\"x\", \"bc\"]}}]", "\"abc\"")).isFalse();
    assertThat(onField("[{\"anything-but\": {\"suffix\": \"bc\"}}]", "5")).isTrue();
  }

  @Test
  void acceptsWhatIsOtherButForCase() {
    assertThat(onField("[{\"anything-but\": {\"equals-ignore-case\": \"Yes\"}}]", "\"yES\""))
        .isFalse();
    assertThat(onField("[{\"anything-but\": {\"equals-ignore-case\": [\"Y\", \"n\"]}}]", "\"N\""))
        .isFalse();
    assertThat(onField("[{\"anything-but\": {\"equals-ignore-case\": \"Yes\"}}]", "\"yess\""))
        .isTrue();
    assertThat(onField("[{\"anything-but\": {\"equals-ignore-case\": \"Yes\"}}]", "null")).isTrue();
  }

  @Test
  void acceptsWhatNoWildcardAccepts() {
    assertThat(onField("[{\"anything-but\": {\"wildcard\": \"*/lib/*\"}}]", "\"a/lib/b\""))
        .isFalse();
    assertThat(onField("[{\"anything-but\": {\"wildcard\": [\"x*\", \"*b\"]}}]", "\"ab\""))
        .isFalse();
    assertThat(onField("[{\"anything-but\": {\"wildcard\": \"*/lib/*\"}}]", "\"a/bin/b\""))
        .isTrue();
  }

  @Test
  void acceptsOneOtherValueOfMany() {
    assertThat(onField("[{\"anything-but\": \"x\"}]", "[\"x\", \"y\"]")).isTrue();
    assertThat(onField("[{\"anything-but\": \"x\"}]", "[\"x\", \"x\"]")).isFalse();
  }

  @Test
  void doesNotAcceptAbsence() {
    assertThat(onField("[{\"anything-but\": \"x\"}]", "[]")).isFalse();
    assertThat(onData("{\"a\": [{\"anything-but\": \"x\"}]}", "{}")).isFalse();
  }
}
