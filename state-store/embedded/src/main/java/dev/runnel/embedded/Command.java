package dev.runnel.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was run to its end: how it ended, and the beginning of what it printed. */
record Command(int exit, String output) {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int OUTPUT_BYTES = 64 * 1024;

  static Command run(List<String> program) throws IOException {
    return run(program, Path.of("/"), "");
  }

  /** Runs a program in a folder, with this to read, which a pipe must have room for. */
  static Command run(List<String> program, Path folder, String input) throws IOException {
    // A file, since a pipe would stay open as long as any child of the program has it.
    Path output = Files.createTempFile("runnel-", ".out");
    try {
      Process process = prepared(program, folder).redirectOutput(output.toFile()).start();
      // No file: it would outlive a router that is killed now, with a password in it.
      try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      }
      return new Command(exit(process, program), beginning(output));
    } finally {
      Files.delete(output);
    }
  }

  /** A program to start: in English, and without what the environment says to PostgreSQL. */
  static ProcessBuilder prepared(List<String> program, Path folder) {
    var builder = new ProcessBuilder(program).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  boolean worked() {
    return exit == 0;
  }

  private static int exit(Process process, List<String> program) throws IOException {
    try {
      if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IOException(
          "%s did not end within %d minutes".formatted(program, LONGEST.toMinutes()));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while %s ran".formatted(program));
    }
  }

  private static String beginning(Path output) throws IOException {
    try (var in = Files.newInputStream(output)) {
      return new String(in.readNBytes(OUTPUT_BYTES), StandardCharsets.UTF_8).strip();
    }
  }
}
