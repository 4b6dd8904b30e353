package dev.runnel.bench;

import dev.runnel.bench.StartBench.Seen;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What starts cost, as Markdown. */
final class StartReport {

  private StartReport() {}

  static String of(Map<Startable, Seen> all) throws IOException {
    int rounds = all.values().iterator().next().overTcp().size();
    var text = new StringBuilder("# Starts\n\n").append(Report.machine());
    text.append(
        "Each was started %d times, in turns, and asked once. Medians, in brackets the least and the most. Times count from exec.\n\n"
            .formatted(rounds));
    text.append(
        "| | | on disk, MiB | listens, TCP, ms | first answer, TCP, ms | first answer, Unix socket, ms | resident after it, MiB | of that not from files, MiB |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    all.forEach((startable, seen) -> text.append(row(startable, seen)));
    return text.toString();
  }

  private static String row(Startable startable, Seen seen) {
    List<Start> both =
        Stream.concat(seen.overTcp().stream(), seen.overUnixSocket().stream()).toList();
    return "| %s | %s | %.1f | %s | %s | %s | %s | %s |\n"
        .formatted(
            startable.capability(),
            startable.form(),
            seen.diskMebibytes(),
            shown(seen.overTcp(), Start::listensMillis),
            shown(seen.overTcp(), Start::answersMillis),
            shown(seen.overUnixSocket(), Start::answersMillis),
            shown(both, Start::residentMebibytes),
            shown(both, Start::ownMebibytes));
  }

  private static String shown(List<Start> starts, ToDoubleFunction<Start> figure) {
    return Spread.of(starts.stream().map(figure::applyAsDouble).toList()).shown("%.1f");
  }
}
