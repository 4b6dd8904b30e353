package dev.runnel.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The best that was ever seen of each capability's executable, of times in starts of the reference,
 * so that it holds on slower machines too. Its budget is a tenth more; of times, as many times that
 * as the reference's own starts took of their least.
 */
final class Budgets {

  private static final double ROOM = 1.1;
  private static final String SEPARATOR = "\t";
  private static final String HEAD =
      """
      # The best that ./runnel bench native has seen: a capability, a measure, and its median; of
      # times the least, in starts of the reference. The budget is a tenth more, and for times
      # longer by as much as starts of the reference differ meanwhile.
      """;

  private final Path file;
  private final Map<String, Map<Measure, Double>> least = new TreeMap<>();

  private Budgets(Path file) {
    this.file = file;
  }

  /** The budgets in a file; none, where it does not exist yet. */
  static Budgets in(Path file) throws IOException {
    var budgets = new Budgets(file);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (String line : lines) {
      if (!line.startsWith("#")) {
        String[] fields = line.split(SEPARATOR, -1);
        if (fields.length != 3) {
          throw new IOException(
              "%s: '%s' has %d fields; 3 were expected".formatted(file, line, fields.length));
        }
        budgets.of(fields[0]).put(Measure.valueOf(fields[1]), Double.valueOf(fields[2]));
      }
    }
    return budgets;
  }

  /** Keeps what is less than what was there. */
  void keep(Startable executable, Seen seen) {
    for (Measure measure : Measure.values()) {
      of(executable.capability()).merge(measure, seen.cost(executable, measure), Math::min);
    }
  }

  /** What costs more than it may, in a line each. */
  List<String> exceeded(Startable executable, Seen seen) {
    var exceeded = new ArrayList<String>();
    of(executable.capability())
        .forEach(
            (measure, kept) -> {
              double cost = seen.cost(executable, measure);
              double budget = kept * ROOM * (measure.isTime() ? seen.unsteadiness(executable) : 1);
              if (cost > budget) {
                exceeded.add(told(executable, measure, cost, budget));
              }
            });
    return exceeded;
  }

  private static String told(Startable executable, Measure measure, double cost, double budget) {
    String format =
        measure.isTime()
            ? "%s: %s: %.2f starts of the reference, and the budget is %.2f"
            : "%s: %s: %.1f, and the budget is %.1f";
    return format.formatted(executable.capability(), measure.shown(), cost, budget);
  }

  /** Whether there is a budget for this capability. */
  boolean has(String capability) {
    return least.containsKey(capability);
  }

  void write() throws IOException {
    var text = new StringBuilder(HEAD);
    least.forEach(
        (capability, measures) ->
            measures.forEach(
                (measure, kept) ->
                    text.append(
                        String.format(Locale.ROOT, "%s\t%s\t%.3f%n", capability, measure, kept))));
    Files.writeString(file, text);
  }

  private Map<Measure, Double> of(String capability) {
    return least.computeIfAbsent(capability, _ -> new EnumMap<>(Measure.class));
  }
}
