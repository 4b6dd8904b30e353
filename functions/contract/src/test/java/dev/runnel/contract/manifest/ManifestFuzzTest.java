package dev.runnel.contract.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changed and random bytes: reading answers, whatever they are. */
class ManifestFuzzTest {

  private static final int ROUNDS = 3_000;
  private static final int MOST_CHANGES = 8;

  /** Pieces that mean something to YAML. */
  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "{",
          "}",
          ":",
          "- ",
          "? ",
          "&a ",
          "*a",
          "!x ",
          "!!binary ",
          "|\n",
          ">-\n",
          "\"",
          "'",
          "#",
          "%YAML 99999999999.9\n",
          "---\n",
          "...\n",
          "\t",
          "\r",
          "\\u",
          "\\U00110000",
          "\0",
          "\uFEFF",
          "<<: ",
          "null",
          ".nan",
          "1e999",
          "~",
          "%TAG ! tag:%FF,2000:\n",
          "@",
          "`");

  static Stream<String> files() {
    return Stream.of("full.yaml", "minimal.json", "chains.yaml", "contract-example.yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void neverThrowsForChangedBytes(String file) {
    Random random = new Random(42);
    byte[] good = Cases.bytes(file);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] changed = good;
      for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
        changed = changed(changed, random);
      }
      check(ManifestReader.read(file, changed));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void neverThrowsForWhatWasCutOff(String file) {
    byte[] good = Cases.bytes(file);
    for (int length = 0; length < good.length; length++) {
      check(ManifestReader.read(file, Arrays.copyOf(good, length)));
    }
  }

  private static byte[] changed(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, at + random.nextInt(12));
    byte[] piece =
        switch (random.nextInt(4)) {
          case 0 -> new byte[0];
          case 1 -> new byte[] {(byte) random.nextInt(256)};
          case 2 -> Arrays.copyOfRange(bytes, random.nextInt(at + 1), at);
          default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
        };
    byte[] changed = Arrays.copyOf(bytes, at + piece.length + bytes.length - until);
    System.arraycopy(piece, 0, changed, at, piece.length);
    System.arraycopy(bytes, until, changed, at + piece.length, bytes.length - until);
    return changed;
  }

  private static void check(ManifestReading reading) {
    assertThat(reading.declared().isEmpty() && reading.errors().isEmpty()).isFalse();
    assertThat(reading.errors())
        .allSatisfy(
            error -> {
              assertThat(error.location().line()).isPositive();
              assertThat(error.location().column()).isPositive();
              assertThat(error.message()).isNotEmpty();
              assertThat(error.expected()).isNotEmpty();
            });
  }
}
