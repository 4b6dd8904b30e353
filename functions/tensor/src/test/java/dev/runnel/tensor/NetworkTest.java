package dev.runnel.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native executables run the network in another format than JVMs do, and answer alike. */
class NetworkTest {

  /** Of numbers of at most 1; 32-bit floats between 0.5 and 1 are 6e-8 apart. */
  private static final Offset<Float> TOLERANCE = within(1e-6f);

  private static final List<String> TEXTS =
      List.of(
          "x",
          "a cat sits on the mat",
          "请把这份合同翻译成英文",
          "reviews code for security defects and writes the findings down",
          "the ship leaves the harbour at dawn ".repeat(100));

  @TempDir Path folder;

  @Test
  void bothFormatsGiveTheSameVectors() throws Exception {
    Path file = folder.resolve(Network.CONVERTED);
    Network.convert(file);
    try (var copied = new SentenceEncoder(Network.copied());
        var mapped = new SentenceEncoder(Network.mapped(file))) {
      for (String text : TEXTS) {
        assertThat(mapped.encode(text)).containsExactly(copied.encode(text), TOLERANCE);
      }
    }
  }
}
