package dev.runnel.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexicalIndexTest {

  private static final Terms CONTRACTS = Terms.of("reviews contracts between companies");
  private static final Terms CODE = Terms.of("reviews code in Java");
  private static final Terms BIRDS = Terms.of("recognises birds by their calls");

  @Test
  void moreCommonWordsAreMoreSimilar() {
    var index = index("review Java code");
    assertThat(index.similarity(CODE)).isGreaterThan(index.similarity(CONTRACTS));
    assertThat(index.similarity(BIRDS)).isZero();
  }

  @Test
  void rareWordsCountMore() {
    var index = index("reviews contracts birds");
    assertThat(index.similarity(BIRDS)).isGreaterThan(index.similarity(CODE));
  }

  @Test
  void computesWhatThePaperSays() {
    var one = Terms.of("u v");
    var two = Terms.of("v v w x");
    var index = new LexicalIndex(Terms.of("u v"), List.of(one, two));
    double rareU = Math.log(1 + 1.5 / 1.5);
    double rareV = Math.log(1 + 0.5 / 2.5);
    double held = 1.2 * (0.25 + 0.75 * 4 / 3);
    assertThat(index.similarity(two))
        .isCloseTo(rareV * 2 * 2.2 / (2 + held) / (rareU + rareV), within(1e-12));
  }

  @Test
  void wordsThatSayNothingMakeNoDifference() {
    assertThat(index("who can review the code").similarity(CODE))
        .isEqualTo(index("review code").similarity(CODE));
  }

  @Test
  void staysWithinOneHoweverOftenAWordIsRepeated() {
    Terms stuffed = Terms.of("java ".repeat(1000));
    var index = new LexicalIndex(Terms.of("java"), List.of(stuffed, CODE));
    assertThat(index.similarity(stuffed)).isBetween(0.5, 1.0);
  }

  @Test
  void nothingInCommonWithNothing() {
    assertThat(index("").similarity(CODE)).isZero();
    assertThat(new LexicalIndex(Terms.of("java"), List.of()).similarity(Terms.of(""))).isZero();
  }

  private static LexicalIndex index(String query) {
    return new LexicalIndex(Terms.of(query), List.of(CONTRACTS, CODE, BIRDS));
  }
}
