package dev.runnel.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QualityTest {

  @Test
  void nobodyKnowsIsHalf() {
    assertThat(Quality.UNRATED.expected()).isEqualTo(0.5);
  }

  @Test
  void manyGoodRatingsBeatOnePerfectOne() {
    assertThat(new Quality(0.9, 100).expected()).isGreaterThan(new Quality(1, 1).expected());
  }

  @Test
  void ratingsWinOverThePriorInTheEnd() {
    assertThat(new Quality(0.9, 1_000_000).expected()).isCloseTo(0.9, within(0.001));
  }
}
