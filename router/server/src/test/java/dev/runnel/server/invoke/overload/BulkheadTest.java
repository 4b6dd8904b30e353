package dev.runnel.server.invoke.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places for calls, and when to come back for one. */
class BulkheadTest {

  private static final Instant NOW = Instant.parse("2026-02-28T09:00:00Z");

  private final Bulkhead bulkhead = new Bulkhead(2);

  @Test
  void hasAsManyPlacesAsItsLimit() {
    assertThat(IntStream.range(0, 3).mapToObj(_ -> bulkhead.enter()))
        .containsExactly(true, true, false);

    bulkhead.leave(Duration.ofMillis(1));

    assertThat(bulkhead.enter()).isTrue();
    assertThat(bulkhead.enter()).isFalse();
  }

  @Test
  void tellsEachToComeBackLaterThanTheOneBefore() {
    // Until one has ended, calls are thought to take 100 ms: two places, one free every 50 ms.
    assertThat(IntStream.range(0, 3).mapToObj(_ -> bulkhead.turn(NOW)))
        .containsExactly(NOW.plusMillis(50), NOW.plusMillis(100), NOW.plusMillis(150));
  }

  @Test
  void learnsHowLongCallsTake() {
    for (int i = 0; i < 100; i++) {
      bulkhead.enter();
      bulkhead.leave(Duration.ofSeconds(2));
    }

    assertThat(Duration.between(NOW, bulkhead.turn(NOW)))
        .isBetween(Duration.ofMillis(990), Duration.ofMillis(1_000));
  }

  @Test
  void tellsNobodyToComeBackAtOnceOrMuchLater() {
    for (int i = 0; i < 100; i++) {
      bulkhead.enter();
      bulkhead.leave(Duration.ZERO);
    }
    assertThat(bulkhead.turn(NOW)).isEqualTo(NOW.plus(Bulkhead.SHORTEST));

    var slow = new Bulkhead(1);
    slow.enter();
    slow.leave(Duration.ofHours(1));
    assertThat(slow.turn(NOW)).isEqualTo(NOW.plus(Bulkhead.LONGEST));
    assertThat(slow.turn(NOW)).isEqualTo(NOW.plus(Bulkhead.LONGEST));
  }
}
