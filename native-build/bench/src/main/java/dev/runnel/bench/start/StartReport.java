package dev.runnel.bench.start;

import dev.runnel.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What starts cost, as Markdown. */
final class StartReport {

  private static final String BEGIN = "<!-- starts -->\n";
  private static final String END = "<!-- /starts -->\n";

  private StartReport() {}

  /** Everything that was seen. */
  static String of(Seen seen) throws IOException {
    return "# Starts\n\n"
        + Machine.told()
        + "Each was started %d times or more over TCP and over a Unix socket, in turns, asked once, and over TCP then by 8 callers 25 times each. Medians, in brackets the least and the most. Times count from exec.\n\n"
            .formatted(Seen.ROUNDS)
        + table(seen, seen.forms(), "%s (%s to %s)");
  }

  /** Puts the medians of the executables between the marks of a page. */
  static void into(Path page, Seen seen) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          "%s has no place for the table: expected the lines %s and %s"
              .formatted(page, BEGIN.strip(), END.strip()));
    }
    String table = table(seen, seen.forms(), "%s");
    Files.writeString(
        page, text.substring(0, begin + BEGIN.length()) + table + text.substring(end));
  }

  /** What its budgets are held against, in a line. */
  static String costs(Seen seen, Startable executable) {
    return Arrays.stream(Measure.values())
        .map(measure -> "%s %.3f".formatted(measure, seen.cost(executable, measure)))
        .collect(
            Collectors.joining(
                ", ",
                "\n%s: ".formatted(executable.capability()),
                "; the reference took %.2f times its least\n"
                    .formatted(seen.unsteadiness(executable))));
  }

  private static String table(Seen seen, List<Startable> forms, String format) {
    String head =
        Arrays.stream(Measure.values()).map(Measure::shown).collect(Collectors.joining(" | "));
    return "| | | "
        + head
        + " |\n|---|---"
        + "|---".repeat(Measure.values().length)
        + "|\n"
        + forms.stream().map(form -> row(seen, form, format)).collect(Collectors.joining());
  }

  private static String row(Seen seen, Startable form, String format) {
    return Arrays.stream(Measure.values())
        .map(measure -> shown(seen, form, measure, format))
        .collect(
            Collectors.joining(
                " | ", "| %s | %s | ".formatted(form.capability(), form.form()), " |\n"));
  }

  private static String shown(Seen seen, Startable form, Measure measure, String format) {
    var spread = seen.of(form, measure);
    // A size is the same each time.
    return measure == Measure.DISK
        ? "%.1f".formatted(spread.median())
        : format.formatted(
            "%.1f".formatted(spread.median()),
            "%.1f".formatted(spread.least()),
            "%.1f".formatted(spread.most()));
  }
}
