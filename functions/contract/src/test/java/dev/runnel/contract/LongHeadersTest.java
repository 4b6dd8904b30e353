package dev.runnel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers as long as a server lets them be, of what makes patterns try again or nest. */
@Timeout(10)
class LongHeadersTest {

  private static final int LENGTH = 60_000;
  private static final int VALUE = 8_000;

  static Stream<String> preferences() {
    return Stream.of(
        "wait=\"" + "x".repeat(LENGTH) + "\"",
        "wait=\"" + "\\x".repeat(LENGTH / 2) + "\"",
        "wait=\"" + "x".repeat(LENGTH),
        "a" + ";b=c".repeat(LENGTH / 4),
        "a" + " ;".repeat(LENGTH / 2),
        ",".repeat(LENGTH),
        "x,".repeat(LENGTH / 2),
        "\"".repeat(LENGTH),
        " \t".repeat(LENGTH / 2) + "x y");
  }

  @ParameterizedTest
  @MethodSource("preferences")
  void looksForAPreference(String header) {
    assertThatCode(() -> Preferences.find(List.of(header), "wait")).doesNotThrowAnyException();
  }

  @Test
  void findsAPreferenceBehindManyOthers() {
    String others = "x;a=b, ".repeat(LENGTH / 7);

    assertThat(Preferences.find(List.of(others + "wait=5"), "wait")).contains("5");
  }

  static Stream<String> mediaTypes() {
    return Stream.of(
        "a/b" + ";".repeat(LENGTH),
        "a/b" + ";c=d".repeat(LENGTH / 4),
        "a/b;c=\"" + "\\x".repeat(LENGTH / 2) + "\"",
        "/".repeat(LENGTH),
        "a/b;" + " ".repeat(LENGTH));
  }

  @ParameterizedTest
  @MethodSource("mediaTypes")
  void refusesAMediaType(String contentType) {
    assertThat(read(Map.entry("Content-Type", contentType)))
        .isInstanceOf(EventReading.Refused.class);
  }

  static Stream<String> values() {
    return Stream.of(
        "a".repeat(VALUE),
        "//" + "a@".repeat(VALUE / 2),
        "//[" + ":".repeat(VALUE) + "]",
        "//" + "1:".repeat(VALUE / 2),
        "a:".repeat(VALUE / 2),
        "%41".repeat(VALUE),
        "2026-01-01T00:00:00." + "1".repeat(VALUE) + "Z",
        "2026-01-01T00:00:00." + "1".repeat(VALUE) + "+");
  }

  @ParameterizedTest
  @MethodSource("values")
  void looksAtAnAttribute(String value) {
    for (String name : List.of("ce-time", "ce-dataschema", "ce-subject")) {
      assertThatCode(() -> read(Map.entry(name, value))).doesNotThrowAnyException();
    }
  }

  private static EventReading read(Map.Entry<String, String> header) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    EventWriter.binaryHeaders(Event.of("1", "/s", "t", Data.NONE))
        .forEach((name, value) -> headers.add(Map.entry(name, value)));
    headers.add(header);
    return new EventReader(Limits.DEFAULT).read(headers, new byte[0]);
  }
}
