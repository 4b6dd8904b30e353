package dev.runnel.bench.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Limits;
import dev.runnel.engine.match.Matcher;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What one event of {@link HostileData} costs where many functions look into it: CPU time of the
 * thread that reads it and finds who wants it, whatever else the machine does.
 */
final class HostileEvents {

  private static final int WARMUP = 100;
  private static final int EVENTS = 100;
  private static final double MEDIAN = 0.5;
  private static final double NEARLY_ALL = 0.99;
  private static final double NANOS_A_MILLISECOND = 1e6;
  private static final EventReader READER = new EventReader(Limits.DEFAULT);
  private static final List<Map.Entry<String, String>> STRUCTURED =
      List.of(Map.entry("content-type", "application/cloudevents+json"));

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Matcher matcher = Matcher.of(Functions.ofPatterns(HostilePatterns.all()));

  /** Milliseconds that each of some events took. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  private record Cost(double[] reading, double[] matching) {

    static Cost ofSoMany(int events) {
      return new Cost(new double[events], new double[events]);
    }

    /** Of the sums. */
    double quantile(double share) {
      double[] both = new double[reading.length];
      Arrays.setAll(both, i -> reading[i] + matching[i]);
      return quantile(both, share);
    }

    static double quantile(double[] values, double share) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return sorted[(int) (share * (sorted.length - 1))];
    }
  }

  /** A table in Markdown, a line for each shape. */
  String table() {
    for (HostileData shape : HostileData.values()) {
      cost(shape, WARMUP);
    }
    var text = new StringBuilder("\n## HostileEvents\n\n");
    text.append(
        """
        Structured events before %d functions that look at all of their data; milliseconds of CPU \
        time of one event, the median of %d, and of both also what 99 of 100 took at most.

        | data | B | read | matched | both | 99 of 100 |
        |---|---|---|---|---|---|
        """
            .formatted(HostilePatterns.all().size(), EVENTS));
    for (HostileData shape : HostileData.values()) {
      text.append(line(shape, cost(shape, EVENTS)));
    }
    return text.toString();
  }

  private static String line(HostileData shape, Cost cost) {
    return "| `%s` | %,d | %.2f | %.2f | %.2f | %.2f |\n"
        .formatted(
            shape,
            shape.event().length,
            Cost.quantile(cost.reading(), MEDIAN),
            Cost.quantile(cost.matching(), MEDIAN),
            cost.quantile(MEDIAN),
            cost.quantile(NEARLY_ALL));
  }

  private Cost cost(HostileData shape, int events) {
    byte[] bytes = shape.event();
    var cost = Cost.ofSoMany(events);
    for (int i = 0; i < events; i++) {
      long begun = threads.getCurrentThreadCpuTime();
      Event event = read(bytes);
      long read = threads.getCurrentThreadCpuTime();
      matcher.match(event);
      cost.reading()[i] = (read - begun) / NANOS_A_MILLISECOND;
      cost.matching()[i] = (threads.getCurrentThreadCpuTime() - read) / NANOS_A_MILLISECOND;
    }
    return cost;
  }

  private static Event read(byte[] bytes) {
    return switch (READER.read(STRUCTURED, bytes)) {
      case EventReading.Read(Event event) -> event;
      case EventReading.Refused(var problem) -> throw new IllegalStateException(problem.toString());
    };
  }
}
