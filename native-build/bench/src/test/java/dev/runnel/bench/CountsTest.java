package dev.runnel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {

  @Test
  void sharesWhatWasDoneBetweenTheRuns() {
    var before = new Counts(10, 100, 5, 1_000);
    var after = new Counts(30, 500, 15, 9_000);

    assertThat(after.since(before).each(100)).isEqualTo(new Counts(0.2, 4, 0.1, 80));
  }
}
