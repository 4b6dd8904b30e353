package dev.runnel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.bench.Comparison.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void takesRatiosWithinARound() {
    List<Sample> some = List.of(perSecond(100), perSecond(900), perSecond(400));
    List<Sample> others = List.of(perSecond(50), perSecond(300), perSecond(100));

    assertThat(Figure.PER_SECOND.ratio(some, others)).isEqualTo(new Spread(2, 3, 4));
  }

  @Test
  void saysWhoIsComparedInWhat() {
    assertThat(new Comparison("r", "p", Figure.P50, 1, "at most 1.3", "").shown())
        .isEqualTo("r / p: p50, callers: 1");
  }

  private static Sample perSecond(double answers) {
    return new Sample(answers, 1, 1, 1);
  }
}
