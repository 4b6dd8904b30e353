package dev.runnel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void readsWhatAnotherProcessTells() {
    assertThat(Answers.read("6900 3.000125 110.5 2075.0"))
        .isEqualTo(new Answers(6_900, 3.000125, 110.5, 2_075));
  }
}
