package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When senders are told to come back. */
class ComebacksTest {

  private Instant now = Instant.parse("2026-02-28T09:00:00Z");
  private final Comebacks comebacks = new Comebacks(now);

  @Test
  void soonAsLongAsNoRunHasHadTheTimeToEnd() {
    assertThat(comebacks.next(now)).isEqualTo(Duration.ofSeconds(1));
    pass(Comebacks.LATELY.minusNanos(1));
    assertThat(comebacks.next(now)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void lateWhereRunsDoNotEnd() {
    pass(Comebacks.LATELY);

    assertThat(comebacks.next(now)).isEqualTo(Comebacks.LONGEST);
  }

  @Test
  void asFarApartAsRunsHaveBeenEnding() {
    endOneEach(Duration.ofSeconds(2), 20);

    Duration first = comebacks.next(now);
    Duration second = comebacks.next(now);
    Duration third = comebacks.next(now);

    assertThat(first).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    assertThat(second.minus(first)).isEqualTo(third.minus(second)).isEqualTo(first);
  }

  @Test
  void onceThereWasAPauseTheFirstIsNotMadeToWaitForTheLast() {
    endOneEach(Duration.ofMillis(10), 1_000);
    for (int i = 0; i < 1_000; i++) {
      comebacks.next(now);
    }
    assertThat(comebacks.next(now)).isGreaterThan(Duration.ofSeconds(9));

    endOneEach(Duration.ofMillis(10), 1_000);

    assertThat(comebacks.next(now)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void neverLaterThanInAMinute() {
    endOneEach(Duration.ofSeconds(4), 5);

    for (int i = 0; i < 100; i++) {
      assertThat(comebacks.next(now)).isBetween(Comebacks.SHORTEST, Comebacks.LONGEST);
    }
  }

  @Test
  void whatWasLongAgoSaysNothing() {
    endOneEach(Duration.ofMillis(1), 1_000);
    pass(Comebacks.LATELY.multipliedBy(3));

    assertThat(comebacks.next(now)).isEqualTo(Comebacks.LONGEST);
  }

  @Test
  void afterAPauseNothingHasHadTheTimeToEnd() {
    pass(Duration.ofHours(1));
    comebacks.beginAnew(now);

    assertThat(comebacks.next(now)).isEqualTo(Comebacks.SHORTEST);
  }

  private void endOneEach(Duration interval, int times) {
    for (int i = 0; i < times; i++) {
      pass(interval);
      comebacks.ended(now);
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
