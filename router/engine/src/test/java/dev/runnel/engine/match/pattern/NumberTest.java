package dev.runnel.engine.match.pattern;

import static dev.runnel.engine.match.pattern.Verdict.of;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests of numbers: by value, however written. */
class NumberTest {

  @Test
  void acceptsEqualNumbersHoweverWritten() {
    assertThat(of("[100]", "1e2")).isTrue();
    assertThat(of("[1.50]", "1.5")).isTrue();
    assertThat(of("[0]", "-0.0")).isTrue();
    assertThat(of("[{\"numeric\": [\"=\", 3.018e2]}]", "301.8")).isTrue();
    assertThat(of("[{\"numeric\": [\"=\", 0.1]}]", "0.1000001")).isFalse();
    assertThat(of("[1]", "2")).isFalse();
  }

  @Test
  void acceptsNumbersOnEachSideOfABound() {
    assertThat(of("[{\"numeric\": [\"<\", 2]}]", "1.999999")).isTrue();
    assertThat(of("[{\"numeric\": [\"<\", 2]}]", "2.0")).isFalse();
    assertThat(of("[{\"numeric\": [\"<=\", 2]}]", "2.0")).isTrue();
    assertThat(of("[{\"numeric\": [\"<=\", 2]}]", "2.000001")).isFalse();
    assertThat(of("[{\"numeric\": [\">\", -2]}]", "-1")).isTrue();
    assertThat(of("[{\"numeric\": [\">\", -2]}]", "-2e0")).isFalse();
    assertThat(of("[{\"numeric\": [\">=\", -2]}]", "-2")).isTrue();
    assertThat(of("[{\"numeric\": [\">=\", -2]}]", "-3")).isFalse();
  }

  @Test
  void acceptsNumbersBetweenBounds() {
    assertThat(of("[{\"numeric\": [\">\", 0, \"<=\", 5]}]", "5")).isTrue();
    assertThat(of("[{\"numeric\": [\">\", 0, \"<=\", 5]}]", "0")).isFalse();
    assertThat(of("[{\"numeric\": [\">=\", -5, \"<\", -1]}]", "-5")).isTrue();
    assertThat(of("[{\"numeric\": [\">=\", -5, \"<\", -1]}]", "-1")).isFalse();
    assertThat(of("[{\"numeric\": [\">=\", -5, \"<\", -1]}]", "null")).isFalse();
    assertThat(of("[{\"numeric\": [\">=\", 0, \"<\", 9]}]", "\"5\"")).isFalse();
  }

  /** What event-ruler refuses, or does not compare. */
  @Test
  void comparesNumbersThatNoDoubleRepresents() {
    String wide = "12345678901234567890.125";

    assertThat(EventRuler.compiles("{\"a\": [{\"numeric\": [\"<\", " + wide + "]}]}")).isFalse();
    assertThat(Verdict.ours("{\"data\": {\"a\": [" + wide + "]}}", "{\"a\": " + wide + "0}"))
        .isTrue();
    assertThat(
            Verdict.ours(
                "{\"data\": {\"a\": [{\"numeric\": [\">\", " + wide + "]}]}}",
                "{\"a\": " + wide + "1}"))
        .isTrue();
    assertThat(
            Verdict.ours(
                "{\"data\": {\"a\": [{\"numeric\": [\"<\", 1e400]}]}}", "{\"a\": 9.9e399}"))
        .isTrue();
  }
}
