package dev.runnel.faults.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The program of iproute2 that sets up networks. */
final class Ip {

  private static final String PROGRAM = "ip";

  private Ip() {}

  /**
   * Runs it.
   *
   * @param words that stand behind its name, with single spaces
   * @return the lines that it has printed
   */
  static List<String> run(String words) {
    List<String> command = Stream.concat(Stream.of(PROGRAM), Stream.of(words.split(" "))).toList();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (InputStream said = process.getInputStream()) {
        List<String> lines = new String(said.readAllBytes(), UTF_8).lines().toList();
        int exit = process.onExit().join().exitValue();
        if (exit != 0) {
          throw new IOException("ip %s ended with %d: %s".formatted(words, exit, lines));
        }
        return lines;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
