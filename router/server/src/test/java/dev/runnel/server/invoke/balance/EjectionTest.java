package dev.runnel.server.invoke.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A URL that is left alone, and comes back. */
class EjectionTest {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Ejection ejection = ejection(2);

  private Instant now = Instant.parse("2026-02-28T09:00:00Z");

  @Test
  void leavesAUrlAloneAfterFailuresInARow() {
    assertThat(ejection.failed(now)).isFalse();
    ejection.succeeded();
    assertThat(ejection.failed(now)).isFalse();
    assertThat(ejection.isOut(now)).isFalse();

    assertThat(ejection.failed(now)).isTrue();

    assertThat(ejection.isOut(now)).isTrue();
    assertThat(ejection.isOut(now.plus(PAUSE))).isFalse();
  }

  @Test
  void takesOneFailureToLeaveItAloneAgainForTwiceAsLong() {
    out();
    assertThat(ejection.failed(now)).as("calls that began before").isFalse();
    now = now.plus(PAUSE);

    assertThat(ejection.failed(now)).isTrue();

    assertThat(ejection.isOut(now.plusSeconds(10).minusNanos(1))).isTrue();
    assertThat(ejection.isOut(now.plusSeconds(10))).isFalse();
    now = now.plusSeconds(10);
    assertThat(ejection.failed(now)).isTrue();
    assertThat(ejection.isOut(now.plusSeconds(15))).as("the longest pause").isFalse();
  }

  @Test
  void forgetsEverythingWhenItWorks() {
    out();

    ejection.succeeded();

    assertThat(ejection.isOut(now)).isFalse();
    assertThat(ejection.failed(now)).isFalse();
    assertThat(ejection.failed(now)).isTrue();
    assertThat(ejection.isOut(now.plus(PAUSE))).isFalse();
  }

  @Test
  void goesOnWhileItIsKnownNotToWork() {
    ejection.keepOut(now, now.plusSeconds(60));
    assertThat(ejection.isOut(now)).as("never begun").isFalse();
    out();

    ejection.keepOut(now, now.plusSeconds(60));

    assertThat(ejection.isOut(now.plusSeconds(59))).isTrue();
  }

  @Test
  void leavesNoUrlAloneWhenItIsSwitchedOff() {
    Ejection never = ejection(0);
    for (int i = 0; i < 100; i++) {
      assertThat(never.failed(now)).isFalse();
    }
    assertThat(never.isOut(now)).isFalse();
  }

  private void out() {
    ejection.failed(now);
    ejection.failed(now);
  }

  private static Ejection ejection(int failures) {
    return new Ejection(new Ejection.Rule(failures, PAUSE, Duration.ofSeconds(15)));
  }
}
