package dev.runnel.server.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of long texts, and of broken ones. */
class ShortenedTest {

  @Test
  void leavesAShortTextAsItIs() {
    assertThat(Shortened.end("grün 😀", 6)).isEqualTo("grün 😀");
    assertThat(Shortened.middle("grün 😀", 6)).isEqualTo("grün 😀");
  }

  @Test
  void countsCharactersAndCutsNoneInTwo() {
    assertThat(Shortened.end("😀😀😀😀😀", 2)).isEqualTo("😀😀...");
    assertThat(Shortened.middle("😀😀😀😀😀", 4)).isEqualTo("😀😀 ... 😀😀");
  }

  @Test
  void keepsBeginningAndEndWhereItLeavesOutTheMiddle() {
    assertThat(Shortened.middle("clause: " + "x".repeat(100) + " is 7", 10))
        .isEqualTo("claus ...  is 7");
  }

  @Test
  void replacesHalvesOfCharacters() {
    assertThat(Shortened.end("a\ud800b", 10)).isEqualTo("a\uFFFDb");
    assertThat(Shortened.middle("\udc00\ud800", 1)).isEqualTo(" ... ");
  }
}
