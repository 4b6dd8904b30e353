package dev.runnel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

  @Test
  void leavesPlainTextAsItIs() {
    assertThat(OneLine.of("größer als 5 %, sagt 李")).isEqualTo("größer als 5 %, sagt 李");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n2026-01-01 INFO admin logged in",
        "a\r\nb",
        "\u001b[2J\u001b[31mred",
        "user\u202etxt.exe",
        "a\u0085b",
        "a\u2028b\u2029c",
        "\u0000",
        "\\u000a",
        "\ud800"
      })
  void escapesWhatWouldMakeAnotherLine(String text) {
    assertThat(OneLine.of(text))
        .hasLineCount(1)
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]")
        .contains("\\u");
  }

  @Test
  void escapesBackslashesSoThatNobodyElseWritesEscapes() {
    assertThat(OneLine.of("\\u000a")).isEqualTo("\\u005cu000a");
  }

  @Test
  void cutsLongText() {
    assertThat(OneLine.of("x".repeat(1 << 20))).hasSize(1024 + 3).endsWith("...");
    assertThat(OneLine.of("\n".repeat(1 << 20))).hasSize(6 * 1024 + 3);
  }
}
