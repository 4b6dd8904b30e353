package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reply",
        "Reply",
        " reply ",
        "wait=5, REPLY",
        "wait=\"a, \\\" b\" , reply",
        "respond-async;x=\"1,2\";y, reply; z=1",
        ",, reply",
        "reply=\"\"",
        "reply, ???",
      })
  void findsReply(String header) {
    assertThat(Preferences.reply(List.of(header))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "replying",
        "no-reply",
        "wait=reply",
        "wait=\"reply, reply\"",
        "x; reply",
        "reply=no",
        "reply no",
        "???",
        "x=\"reply"
      })
  void findsNoReply(String header) {
    assertThat(Preferences.reply(List.of(header))).isFalse();
  }

  @Test
  void looksAtEveryHeader() {
    assertThat(Preferences.reply(List.of("wait=1", "reply"))).isTrue();
    assertThat(Preferences.reply(List.of())).isFalse();
  }

  @Test
  void readsALongHeaderInOnePass() {
    assertThat(Preferences.reply(List.of("a;".repeat(50_000) + "=\"" + "\\\"".repeat(50_000))))
        .isFalse();
  }
}
