package dev.runnel.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Seeds that have once found something, one a line, with what it was. */
final class KeptSeeds {

  private static final Path FILE = Path.of("src/test/resources/seeds.txt");

  private KeptSeeds() {}

  static List<Long> read() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> Long.valueOf(line.split(" ", 2)[0]))
        .toList();
  }

  /** From now on every build runs it. */
  static void keep(Simulation.Verdict verdict) throws IOException {
    String what = verdict.finding().map(found -> found.check().name()).orElse("nothing");
    Files.writeString(FILE, verdict.seed() + " " + what + "\n", StandardOpenOption.APPEND);
  }
}
