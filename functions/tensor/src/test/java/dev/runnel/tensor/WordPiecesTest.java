package dev.runnel.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

  /** The numbers below are those that Hugging Face's tokenizers library gives. */
  private final WordPieces pieces = new WordPieces(ModelFiles.vocabulary());

  @Test
  void cutsAtSpaces() {
    assertThat(pieces.of("a cat sits on the mat"))
        .containsExactly(1037, 4937, 7719, 2006, 1996, 13523);
  }

  @Test
  void cutsUnknownWordsIntoKnownPieces() {
    assertThat(pieces.of("Retokenisation unaffordable!"))
        .containsExactly(2128, 18715, 18595, 26652, 14477, 4246, 8551, 3085, 999);
  }

  @Test
  void readsEveryScript() {
    assertThat(pieces.of("翻译 contracts, مرحبا שלום 🎉"))
        .containsExactly(
            100, 100, 8311, 1010, 1295, 17149, 29820, 29816, 25573, 1266, 29799, 29792, 29800, 100);
  }

  @Test
  void sameForCapitalsAndAccents() {
    assertThat(pieces.of("Ünïcode CAFÉ")).containsExactly(pieces.of("unicode cafe"));
  }

  @Test
  void everyIdeographIsAWord() {
    assertThat(pieces.of("東京")).containsExactly(pieces.of("東 京")).hasSize(2);
  }

  @Test
  void everyPunctuationMarkIsAWord() {
    assertThat(pieces.of("it's $5^2")).containsExactly(pieces.of("it ' s $ 5 ^ 2")).hasSize(7);
  }

  @Test
  void readsControlPiecesAsText() {
    assertThat(pieces.of("[SEP]"))
        .containsExactly(pieces.of("[ sep ]"))
        .doesNotContain(pieces.number("[SEP]"));
  }

  @Test
  void dropsWhatIsInvisible() {
    assertThat(pieces.of("ca\u200bt\u0000 \uFFFD\uFEFFmat")).containsExactly(pieces.of("cat mat"));
  }

  @Test
  void wordsThatAreTooLongAreUnknownAsAWhole() {
    int unknown = pieces.number("[UNK]");
    assertThat(pieces.of("x".repeat(101))).containsExactly(unknown);
    assertThat(pieces.of("x".repeat(100))).doesNotContain(unknown);
  }

  @Test
  void hasNoPiecesForSpaces() {
    assertThat(pieces.of(" \t\r\n\u3000")).isEmpty();
  }

  @Test
  void refusesAVocabularyThatLacksWhatItNeeds() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new WordPieces(Map.of("cat", 1)))
        .withMessage("The vocabulary has no piece [UNK].");
  }
}
