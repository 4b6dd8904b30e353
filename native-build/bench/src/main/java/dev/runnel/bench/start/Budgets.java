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
 * The best that was ever seen of each capability's executable: a median, and for times how fast the
 * machine was. Its budget is a tenth more; on a slower machine, that of times is longer by as much.
 */
final class Budgets {

  private static final double ROOM = 1.1;
  private static final String SEPARATOR = "\t";
  private static final String HEAD =
      """
      # The best that ./runnel bench native has seen: a capability, a measure, its median, and the
      # milliseconds in which the same machine started the reference. The budget is a tenth more.
      """;

  /**
   * @param median of all rounds
   * @param reference what the reference took then, in ms
   */
  record Best(double median, double reference) {

    /** What is allowed on a machine on which the reference takes this long. */
    double budget(Measure measure, double referenceNow) {
      double slower = measure.isTime() ? Math.max(1, referenceNow / reference) : 1;
      return median * ROOM * slower;
    }
  }

  private final Path file;
  private final Map<String, Map<Measure, Best>> best = new TreeMap<>();

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
        if (fields.length != 4) {
          throw new IOException(
              "%s: '%s' has %d fields; 4 were expected".formatted(file, line, fields.length));
        }
        var kept = new Best(Double.parseDouble(fields[2]), Double.parseDouble(fields[3]));
        budgets.of(fields[0]).put(Measure.valueOf(fields[1]), kept);
      }
    }
    return budgets;
  }

  /** Keeps what is better than what was there. */
  void keep(Startable executable, Seen seen, double reference) {
    for (Measure measure : Measure.values()) {
      double median = seen.of(executable, measure).median();
      of(executable.capability())
          .merge(
              measure,
              new Best(median, reference),
              (old, fresh) -> fresh.median() < old.median() ? fresh : old);
    }
  }

  /**
   * What costs more than it may, in a line each.
   *
   * @param reference what the reference takes now, in ms
   */
  List<String> exceeded(Startable executable, Seen seen, double reference) {
    var exceeded = new ArrayList<String>();
    of(executable.capability())
        .forEach(
            (measure, kept) -> {
              double median = seen.of(executable, measure).median();
              double budget = kept.budget(measure, reference);
              if (median > budget) {
                exceeded.add(
                    "%s: %s: %.1f, and the budget is %.1f"
                        .formatted(executable.capability(), measure.shown(), median, budget));
              }
            });
    return exceeded;
  }

  /** Whether there is a budget for this capability. */
  boolean has(String capability) {
    return best.containsKey(capability);
  }

  void write() throws IOException {
    var text = new StringBuilder(HEAD);
    best.forEach(
        (capability, measures) ->
            measures.forEach(
                (measure, kept) ->
                    text.append(
                        String.format(
                            Locale.ROOT,
                            "%s\t%s\t%.1f\t%.1f%n",
                            capability,
                            measure,
                            kept.median(),
                            kept.reference()))));
    Files.writeString(file, text);
  }

  private Map<Measure, Best> of(String capability) {
    return best.computeIfAbsent(capability, _ -> new EnumMap<>(Measure.class));
  }
}
