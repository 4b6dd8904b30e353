package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Waits that end, and are forgotten when they do. */
class TimeoutsTest {

  private final Timeouts timeouts = new Timeouts();

  @Test
  void endsAWait() {
    assertThatThrownBy(() -> limited(Uni.createFrom().nothing(), Duration.ofMillis(1)))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void forgetsAWaitThatWasOverEarly() {
    assertThat(limited(Uni.createFrom().item("there"), Duration.ofDays(1))).isEqualTo("there");

    assertThat(timeouts.pending()).isZero();
  }

  private String limited(Uni<String> awaited, Duration limit) {
    return awaited.ifNoItem().after(limit).on(timeouts.scheduler()).fail().await().indefinitely();
  }
}
