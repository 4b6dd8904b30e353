package dev.runnel.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What all cycles of one fault have shown together. */
final class Tally {

  private final String fault;
  private final List<Figures> cycles = new ArrayList<>();

  Tally(String fault) {
    this.fault = fault;
  }

  void add(Figures figures) {
    cycles.add(figures);
  }

  @Override
  public String toString() {
    List<Duration> recoveries = sorted(it -> Stream.of(it.times().recovery()));
    List<Duration> takeovers = sorted(it -> it.times().takeover().stream());
    return "%s, %d cycles: %,d events acknowledged, %d lost, %d done twice; %,d refused or unanswered at first, %,d calls made twice by the fault, %d second effects refused; %s2xx again after %s at most, %s in half of them"
        .formatted(
            fault,
            cycles.size(),
            sum(Figures::acknowledged),
            sum(it -> it.books().lost()),
            sum(it -> it.books().doubled()),
            sum(Figures::troubled),
            sum(it -> it.books().repeated() - it.books().doubled()),
            sum(it -> Math.toIntExact(it.books().refused())),
            takeovers.isEmpty()
                ? ""
                : "taken over after %s at most, %s in half of them; "
                    .formatted(
                        seconds(takeovers, takeovers.size() - 1),
                        seconds(takeovers, takeovers.size() / 2)),
            seconds(recoveries, recoveries.size() - 1),
            seconds(recoveries, recoveries.size() / 2));
  }

  private List<Duration> sorted(Function<Figures, Stream<Duration>> times) {
    return cycles.stream().flatMap(times).sorted(Comparator.naturalOrder()).toList();
  }

  private int sum(ToIntFunction<Figures> figure) {
    return cycles.stream().mapToInt(figure).sum();
  }

  private static String seconds(List<Duration> sorted, int place) {
    return sorted.isEmpty()
        ? "no time"
        : "%.2f s".formatted(sorted.get(place).toMillis() / 1_000.0);
  }
}
