package dev.runnel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Inputs that are seeds with a few changes, the same ones for the same random numbers. */
final class Mutations {

  private static final int MAX_CHANGES = 6;
  private static final int MAX_PIECE = 16;
  private static final int MAX_BYTES = 1 << 16;

  /** What means something to at least one of the readers. */
  private static final List<String> WORDS =
      List.of(
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\n",
          "\n\n",
          "\r\n",
          "\0",
          "%",
          "%00",
          "%FF",
          "\\u0000",
          "\\ud800",
          "\uFEFF",
          "\ud83d\ude00",
          "1e999",
          "-0",
          "NaN",
          "null",
          "true",
          "\"data\":",
          "\"data_base64\":\"AA==\"",
          "ce-id: 2",
          "ce-",
          ";",
          "=",
          "charset=utf-16",
          "&a ",
          "*a",
          "!!x ",
          "<<: ",
          "|\n",
          "---\n",
          "2147483648",
          "\t",
          " ",
          "..",
          "not: ");

  private final List<byte[]> seeds;
  private final Random random;

  Mutations(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  byte[] next() {
    byte[] input = oneSeed();
    for (int changes = 1 + random.nextInt(MAX_CHANGES); changes > 0; changes--) {
      input = changed(input);
    }
    return input;
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(MAX_PIECE));
    var changed = new ByteArrayOutputStream();
    changed.write(input, 0, from);
    changed.writeBytes(piece(input));
    changed.write(input, to, input.length - to);
    return changed.size() > MAX_BYTES ? oneSeed() : changed.toByteArray();
  }

  private byte[] piece(byte[] input) {
    return switch (random.nextInt(5)) {
      case 0 -> new byte[0];
      case 1 -> new byte[] {(byte) random.nextInt(256)};
      case 2 -> input;
      case 3 -> oneSeed();
      default -> WORDS.get(random.nextInt(WORDS.size())).getBytes(UTF_8);
    };
  }

  private byte[] oneSeed() {
    return seeds.get(random.nextInt(seeds.size()));
  }
}
