package dev.runnel.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.Retry;
import dev.runnel.contract.manifest.Retry.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waits before another attempt, beyond what the stories of runs tell. */
class RetryRuleTest {

  private static final Duration DELAY = Duration.ofMillis(200);
  private static final Duration MAX = Duration.ofSeconds(10);

  @ParameterizedTest
  @EnumSource
  void drawsEvenlyBetweenNothingAndTheWholeWait(Backoff backoff) {
    var random = new Random(1);
    for (int tries = 1; tries <= 10; tries++) {
      Duration whole = RetryRule.wait(new Retry(100, backoff, DELAY, MAX, false), tries, random);
      List<Duration> drawn = drawn(new Retry(100, backoff, DELAY, MAX, true), tries, random);

      assertThat(drawn).allMatch(wait -> !wait.isNegative() && wait.compareTo(whole) < 0);
      assertThat(share(drawn, whole.dividedBy(4))).isBetween(200L, 300L);
      assertThat(share(drawn, whole.dividedBy(2))).isBetween(450L, 550L);
    }
  }

  private static List<Duration> drawn(Retry retry, int tries, Random random) {
    return IntStream.range(0, 1_000).mapToObj(i -> RetryRule.wait(retry, tries, random)).toList();
  }

  /** Of a thousand, how many are shorter. */
  private static long share(List<Duration> drawn, Duration limit) {
    return drawn.stream().filter(wait -> wait.compareTo(limit) < 0).count();
  }

  @Test
  void drawsTheSameWaitFromTheSameSeed() {
    Duration one = RetryRule.wait(Retry.DEFAULT, 3, new Random(7));

    assertThat(RetryRule.wait(Retry.DEFAULT, 3, new Random(7))).isEqualTo(one);
  }

  @ParameterizedTest
  @EnumSource
  void neverWaitsLongerThanTheLimitHoweverManyTries(Backoff backoff) {
    var retry = new Retry(100, backoff, Duration.ofHours(23), Duration.ofHours(24), false);

    for (int tries = 1; tries <= 1_000; tries++) {
      assertThat(RetryRule.wait(retry, tries, new Random(0)))
          .isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitsForNothingWhereTheDelayIsNothing(Backoff backoff) {
    var retry = new Retry(100, backoff, Duration.ZERO, Duration.ZERO, true);

    assertThat(RetryRule.wait(retry, 100, new Random(0))).isZero();
  }
}
