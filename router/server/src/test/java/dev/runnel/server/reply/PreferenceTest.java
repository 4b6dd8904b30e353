package dev.runnel.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Prefer} headers, row by row. */
class PreferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          wait=5                           | 5
          wait=0                           | 0
          wait=60                          | 60
          wait=61                          | 60
          wait=999999999                   | 60
          WAIT=5                           | 5
          wait = 5                         | 5
          wait="5"                         | 5
          wait=5; strictly                 | 5
          respond-async, wait=5            | 5
          wait=5, wait=9                   | 5
          respond-async,,wait=5,           | 5
          return="a, b"; c="d, e", wait=5  | 5
          odd="a\\", wait=9", wait=5       | 5
          """)
  void waitsAsLongAsTheCallerSays(String header, int seconds) {
    assertThat(Preference.of(List.of(header)).patience()).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wait",
        "wait=",
        "wait=-1",
        "wait=1.5",
        "wait=5s",
        "wait=٥",
        "wait=\"5",
        "wait=5\"",
        "wait=99999999999999999999",
        "waits=5",
        "await=5",
        "respond-async; wait=5",
        "odd=\"a, wait=5\"",
        "odd=\"a, wait=5",
        "wait=soon, wait=5",
        ",;=\"\\"
      })
  void ignoresWhatItDoesNotUnderstand(String header) {
    assertThat(Preference.of(List.of(header)).patience()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a="  | x   | "
          a="  | \\x  | "
          a    | ;   | ``
          a    | ;b=1 | ``
          ``   | ,a  | ``
          ``   | ,   | ``
          a    | x   | ``
          a    | x   | "
          """)
  void readsHeadersOfAnyLength(String begin, String part, String end) {
    String header = begin + part.repeat(10_000) + end + ", wait=soon";

    assertThat(Preference.of(List.of(header)).patience()).isEmpty();
  }

  @Test
  void takesTheFirstOfSeveralHeaders() {
    assertThat(Preference.of(List.of("respond-async", "wait=1", "wait=2")).patience())
        .contains(Duration.ofSeconds(1));
  }

  @Test
  void doesNotWaitUnasked() {
    assertThat(Preference.of(List.of()).patience()).isEmpty();
  }
}
