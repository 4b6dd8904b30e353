package dev.runnel.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkillVectorTest {

  @Test
  void cosineIsThatOfTheAngle() {
    assertThat(Given.vector(0, 0).cosine(Given.vector(0, 1)))
        .isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(Given.vector(0, 0).cosine(Given.vector(4, 0))).isZero();
  }

  @Test
  void lengthDoesNotMatter() {
    var longer = Given.numbers(3, 1).stream().map(x -> x * 100).toList();
    assertThat(SkillVector.of(longer).orElseThrow().cosine(Given.vector(3, 1)))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void readsWhatIsWrittenInBase64() {
    String text = Given.base64(Given.numbers(2, 0.5));
    assertThat(SkillVector.ofBase64(text).orElseThrow().cosine(Given.vector(2, 0.5)))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void refusesWhatIsNoDirection() {
    assertThat(SkillVector.of(Given.numbers(0, 0).subList(0, 383))).isEmpty();
    assertThat(SkillVector.of(Collections.nCopies(384, 0f))).isEmpty();
    assertThat(SkillVector.of(Collections.nCopies(384, Float.NaN))).isEmpty();
    assertThat(SkillVector.of(Collections.nCopies(384, (Float) null))).isEmpty();
    assertThat(SkillVector.ofBase64("AAAA")).isEmpty();
    assertThat(SkillVector.ofBase64("not base64 at all")).isEmpty();
    assertThat(SkillVector.ofBase64(Given.base64(List.of()))).isEmpty();
  }
}
