package dev.runnel.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How many are let through, and when. */
class TokenBucketTest {

  private static final Instant NOON = Instant.parse("2026-02-28T12:00:00Z");

  @Test
  void letsAMinutesWorthThroughAtOnce() {
    TokenBucket bucket = TokenBucket.perMinute(3, NOON);

    for (int i = 0; i < 3; i++) {
      assertThat(bucket.ask(NOON)).isZero();
    }
    assertThat(bucket.ask(NOON)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void letsMoreThroughEvenlyAfterwards() {
    TokenBucket bucket = TokenBucket.perMinute(3, NOON);
    for (int i = 0; i < 3; i++) {
      bucket.ask(NOON);
    }

    assertThat(bucket.ask(NOON.plusSeconds(19))).isEqualTo(Duration.ofSeconds(1));
    assertThat(bucket.ask(NOON.plusSeconds(20))).isZero();
    assertThat(bucket.ask(NOON.plusSeconds(20))).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void savesNoMoreThanAMinutesWorth() {
    TokenBucket bucket = TokenBucket.perMinute(2, NOON);
    Instant later = NOON.plus(Duration.ofDays(1));

    assertThat(bucket.ask(later)).isZero();
    assertThat(bucket.ask(later)).isZero();
    assertThat(bucket.ask(later)).isPositive();
  }

  @Test
  void letsABurstThroughAndThenItsRate() {
    TokenBucket bucket = TokenBucket.perSecond(0.5, 2, NOON);

    assertThat(bucket.ask(NOON)).isZero();
    assertThat(bucket.ask(NOON)).isZero();
    assertThat(bucket.ask(NOON)).isEqualTo(Duration.ofSeconds(2));
    assertThat(bucket.missing(NOON.plusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whoTakesMoreThanThereIsKeepsTheOthersWaiting() {
    TokenBucket bucket = TokenBucket.perSecond(1, 1, NOON);

    bucket.take(NOON);
    bucket.take(NOON);

    assertThat(bucket.missing(NOON)).isEqualTo(Duration.ofSeconds(2));
  }
}
