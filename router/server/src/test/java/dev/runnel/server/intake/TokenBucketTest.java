package dev.runnel.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");

  @Test
  void letsAMinutesWorthThroughAtOnce() {
    TokenBucket bucket = TokenBucket.perMinute(3, NOON);

    for (int i = 0; i < 3; i++) {
      assertThat(bucket.take(NOON)).isZero();
    }
    assertThat(bucket.take(NOON)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void letsMoreThroughEvenlyAfterwards() {
    TokenBucket bucket = TokenBucket.perMinute(3, NOON);
    for (int i = 0; i < 3; i++) {
      bucket.take(NOON);
    }

    assertThat(bucket.take(NOON.plusSeconds(19))).isEqualTo(Duration.ofSeconds(1));
    assertThat(bucket.take(NOON.plusSeconds(20))).isZero();
    assertThat(bucket.take(NOON.plusSeconds(20))).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void savesNoMoreThanAMinutesWorth() {
    TokenBucket bucket = TokenBucket.perMinute(2, NOON);
    Instant later = NOON.plus(Duration.ofDays(1));

    assertThat(bucket.take(later)).isZero();
    assertThat(bucket.take(later)).isZero();
    assertThat(bucket.take(later)).isPositive();
  }
}
