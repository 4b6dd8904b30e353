package dev.runnel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

  @Test
  void cutsAtWhatIsNeitherLetterNorDigit() {
    assertThat(Terms.of("C++, X-ray: 3D (new)").distinct())
        .containsExactlyInAnyOrder("c", "x", "ray", "3d", "new");
  }

  @Test
  void singularAndPluralAreOneTerm() {
    assertThat(Terms.of("policies policy queries query images image classes class").distinct())
        .containsExactlyInAnyOrder("policy", "query", "image", "classe", "class");
  }

  @Test
  void everyIdeographIsATerm() {
    assertThat(Terms.of("翻译Java合同").distinct())
        .containsExactlyInAnyOrder("翻", "译", "java", "合", "同");
  }

  @Test
  void countsRepetitions() {
    Terms terms = Terms.of("bird birds Bird");
    assertThat(terms.count("bird")).isEqualTo(3);
    assertThat(terms.length()).isEqualTo(3);
    assertThat(terms.count("frog")).isZero();
  }

  @Test
  void hasNoneForPunctuation() {
    assertThat(Terms.of("... !?").distinct()).isEmpty();
  }

  @Test
  void hasNoneForWordsThatSayNothing() {
    assertThat(Terms.of("Who can do this with me?").distinct()).isEmpty();
  }
}
