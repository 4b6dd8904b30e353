package dev.runnel.server.invoke.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a function asks to be left alone. */
class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-02-28T09:00:00Z");

  @Test
  void isASpanOfSeconds() {
    assertThat(RetryAfter.of(" 120 ", NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.of("0", NOW)).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sat, 28 Feb 2026 09:02:00 GMT",
        "Saturday, 28-Feb-26 09:02:00 GMT",
        "Sat Feb 28 09:02:00 2026"
      })
  void isAnInstantInAnyOfItsThreeForms(String date) {
    assertThat(RetryAfter.of(date, NOW)).isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999", "Sat, 28 Feb 2026 08:00:00 GMT"})
  void isNothingWhereItIsNotUnderstoodOrPast(@Nullable String header) {
    assertThat(RetryAfter.of(header, NOW)).isNull();
  }
}
