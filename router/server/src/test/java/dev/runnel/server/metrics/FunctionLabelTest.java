package dev.runnel.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FunctionLabelTest {

  @Test
  void namesTheFirstAndKeepsToIt() {
    var label = new FunctionLabel();

    assertThat(IntStream.range(0, 10_000).mapToObj(i -> label.of("f" + i)).distinct())
        .hasSize(FunctionLabel.MOST + 1)
        .contains("f0", "f123", "other");
    assertThat(label.of("f0")).isEqualTo("f0");
    assertThat(label.of("f9999")).isEqualTo("other");
  }
}
