package dev.runnel.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How one contender does beside another.
 *
 * @param of the first one's name
 * @param to the other's
 * @param figure what is compared
 * @param callers how many there are at once
 * @param aim what is to be reached, if anything
 * @param stretch what is hoped for, if anything
 */
record Comparison(String of, String to, Figure figure, int callers, String aim, String stretch) {

  private static final int FEWEST = DurableBench.CALLERS.getFirst();
  private static final int MOST = DurableBench.CALLERS.getLast();

  /** All that the report shows. */
  static final List<Comparison> ALL =
      List.of(
          new Comparison("r", "s", Figure.PER_SECOND, MOST, "at least 4", "8"),
          new Comparison("r", "d", Figure.PER_SECOND, MOST, "at least 3", "6"),
          new Comparison("r", "p", Figure.PER_SECOND, MOST, "at least 1.2", "2.5"),
          new Comparison("r", "s0", Figure.PER_SECOND, MOST, "", ""),
          new Comparison("r", "d0", Figure.PER_SECOND, MOST, "", ""),
          new Comparison("j", "r", Figure.PER_SECOND, MOST, "", ""),
          new Comparison("r", "p", Figure.P50, FEWEST, "at most 1.3", ""),
          new Comparison("r3", "r", Figure.P50, FEWEST, "at most 1.6", ""),
          new Comparison("r3", "r", Figure.PER_SECOND, MOST, "at least 0.5", ""),
          new Comparison("r", "s", Figure.PER_CPU_SECOND, MOST, "", ""),
          new Comparison("r", "d", Figure.PER_CPU_SECOND, MOST, "", ""),
          new Comparison("r", "p", Figure.PER_CPU_SECOND, MOST, "", ""));

  /**
   * A figure of a turn.
   *
   * @param shown for people
   * @param value how it is taken from what was seen
   */
  record Figure(String shown, ToDoubleFunction<Sample> value) {

    static final Figure PER_SECOND = new Figure("runs/s", Sample::perSecond);
    static final Figure PER_CPU_SECOND =
        new Figure("runs per server-CPU-second", Sample::perCpuSecond);
    static final Figure P50 = new Figure("p50", Sample::p50);

    /** The ratios of each round. */
    Spread ratio(List<Sample> some, List<Sample> others) {
      return Spread.of(
          IntStream.range(0, some.size())
              .mapToObj(i -> value.applyAsDouble(some.get(i)) / value.applyAsDouble(others.get(i)))
              .toList());
    }
  }

  /** For people. */
  String shown() {
    return "%s / %s: %s, callers: %d".formatted(of, to, figure.shown(), callers);
  }
}
