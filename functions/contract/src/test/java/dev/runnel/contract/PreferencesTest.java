package dev.runnel.contract;

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
    assertThat(Preferences.find(List.of(header), "reply")).contains("");
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
        "reply no",
        "???",
        "x=\"reply"
      })
  void findsNoReply(String header) {
    assertThat(Preferences.find(List.of(header), "reply")).isEmpty();
  }

  @Test
  void looksAtEveryHeader() {
    assertThat(Preferences.find(List.of("wait=1", "reply"), "reply")).contains("");
    assertThat(Preferences.find(List.of(), "reply")).isEmpty();
  }

  @Test
  void readsALongHeaderInOnePass() {
    String endless = "a;".repeat(50_000) + "=\"" + "\\\"".repeat(50_000);
    assertThat(Preferences.find(List.of(endless), "reply")).isEmpty();
  }

  @Test
  void givesTheValueWithoutItsQuotes() {
    assertThat(Preferences.find(List.of("reply; a=b, wait=10"), "wait")).contains("10");
    assertThat(Preferences.find(List.of("Wait = \"1\\\"0\""), "wait")).contains("1\"0");
    assertThat(Preferences.find(List.of("wait=1", "wait=2"), "wait")).contains("1");
  }
}
