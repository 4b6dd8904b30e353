package dev.runnel.server.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AppetiteTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Appetite appetite = new Appetite(1_000);

  @Test
  void isForAPageWhereThereIsRoomForMore() {
    assertThat(appetite.at(NOW, 0)).isEqualTo(200);
    assertThat(appetite.at(NOW, 800)).isEqualTo(200);
  }

  @Test
  void waitsForRoomForAPage() {
    assertThat(appetite.at(NOW, 801)).isZero();
    assertThat(appetite.at(NOW.plusMillis(499), 900)).isZero();
    assertThat(appetite.at(NOW.plusMillis(499), 800)).isEqualTo(200);
  }

  @Test
  void takesWhatRoomThereIsInTheEnd() {
    assertThat(appetite.at(NOW, 990)).isZero();

    assertThat(appetite.at(NOW.plusMillis(500), 990)).isEqualTo(10);
    assertThat(appetite.at(NOW.plusMillis(501), 995)).as("and waits anew").isZero();
  }

  @Test
  void isForNoneWhereThereIsNoRoom() {
    assertThat(appetite.at(NOW, 1_000)).isZero();
    assertThat(appetite.at(NOW.plusSeconds(9), 1_000)).isZero();
    assertThat(appetite.at(NOW.plusSeconds(9), 1_001)).isZero();
  }

  @Test
  void isForOneAtATimeWhereOnlyAFewMayGoOn() {
    assertThat(new Appetite(1).at(NOW, 0)).isEqualTo(1);
    assertThat(new Appetite(3).at(NOW, 1)).isEqualTo(1);
  }
}
