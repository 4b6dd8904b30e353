package dev.runnel.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one file that says what was done and what came of it: a line each, added to those before. */
final class Summary {

  private static final Path FILE = Path.of("target", "faults.md");

  private Summary() {}

  /** Adds a line. */
  static void note(String line) {
    try {
      Files.createDirectories(FILE.toAbsolutePath().getParent());
      Files.writeString(
          FILE, "- " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a line that is worth to be printed: one for each test at most. */
  static void tell(String line) {
    note(line);
    System.out.println(line);
  }
}
