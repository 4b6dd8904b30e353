package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * What one cycle has shown.
 *
 * @param events that were sent
 * @param troubled how many of them were refused at first, or got no answer
 * @param recovery from when it could, until an event was accepted
 * @param drained from the load's end until no run was open
 * @param repeated calls that were made twice because of the fault
 */
record Figures(
    String cycle, int events, int troubled, Duration recovery, Duration drained, int repeated) {

  private static final Path FILE = Path.of("target", "faults", "figures.md");
  private static final int SHOWN = 20;

  /** Adds them to the others. */
  void publish() throws IOException {
    String line =
        "| %s | %d | %d | %d | %d | %d |%n"
            .formatted(cycle, events, troubled, recovery.toMillis(), drained.toMillis(), repeated);
    if (!Files.exists(FILE)) {
      line =
          "| cycle | events | troubled | 2xx after ms | drained after ms | repeated |\n|---|---|---|---|---|---|\n"
              + line;
    }
    Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.out.print(line);
  }

  void check(Duration allowance, List<String> wrong) {
    assertThat(wrong.stream().limit(SHOWN).toList())
        .as("%s: what does not agree, %d things", cycle, wrong.size())
        .isEmpty();
    assertThat(recovery).as("%s: until 2xx", cycle).isLessThanOrEqualTo(allowance);
  }
}
