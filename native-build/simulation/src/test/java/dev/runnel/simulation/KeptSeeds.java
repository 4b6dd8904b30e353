package dev.runnel.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Seeds that have once found something, one a line, with who took part and what it was. */
final class KeptSeeds {

  private static final Path FILE = Path.of("src/test/resources/seeds.txt");

  private KeptSeeds() {}

  /** Those of simulations with this cast. */
  static List<Long> read(Cast cast) throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> line.startsWith(cast + " "))
        .map(line -> Long.valueOf(line.split(" ", 3)[1]))
        .toList();
  }

  /** From now on every build runs it. */
  static void keep(Simulation.Verdict verdict) throws IOException {
    String what = verdict.finding().map(found -> found.check().name()).orElse("nothing");
    String line = "%s %d %s\n".formatted(Cast.ALL, verdict.seed(), what);
    Files.writeString(FILE, line, StandardOpenOption.APPEND);
  }
}
