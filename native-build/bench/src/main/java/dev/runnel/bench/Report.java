package dev.runnel.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was seen, as Markdown. */
final class Report {

  private final Bench.Plan plan;
  private final Samples alone;
  private final Samples together;

  /**
   * @param alone samples of one connection, by subject
   * @param together samples of many
   */
  Report(Bench.Plan plan, Samples alone, Samples together) {
    this.plan = plan;
    this.alone = alone;
    this.together = together;
  }

  String text(Servers servers) throws IOException {
    var text = new StringBuilder();
    text.append("# What the router costs\n\n")
        .append(Machine.told())
        .append(
            "Rounds: %d, each subject in turn for %.1f s with 1 connection and with %d. Numbers are medians, in brackets the least and the most of a round.\n\n"
                .formatted(plan.rounds(), plan.turn().toMillis() / 1_000.0, plan.connections()));
    text.append(
        "| | subject | answers/s | answers per CPU-second | p50 µs | p99 µs | p50 µs, 1 connection |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (Subject subject : servers.subjects()) {
      text.append(row(subject));
    }
    text.append("\n| comparison | aim | seen |\n|---|---|---|\n");
    text.append(ratio("c1 / b: answers/s", "at least 0.5", "c1", "b", Sample::perSecond));
    text.append(ratio("c2 / e: answers/s", "at least 0.75", "c2", "e", Sample::perSecond));
    text.append(ratio("c1 / b: answers per CPU-second", "", "c1", "b", Sample::perCpuSecond));
    text.append(ratio("c2 / e: answers per CPU-second", "", "c2", "e", Sample::perCpuSecond));
    text.append(ratio("d / c1: answers/s", "", "d", "c1", Sample::perSecond));
    text.append(ratio("c1 / a: answers per CPU-second", "", "c1", "a", Sample::perCpuSecond));
    text.append(
        ratio("c1 / f: answers per CPU-second", "at least 1", "c1", "f", Sample::perCpuSecond));
    text.append(
        "| c2 - b2: p50 at one connection, µs | at most 60 | %s |\n"
            .formatted(added("c2", "b2").shown("%.0f")));
    text.append(
        "| e - b2: p50 at one connection, µs | | %s |\n".formatted(added("e", "b2").shown("%.0f")));
    text.append(
        "\nEvent loops that were blocked for 100 ms or longer: %d.\n"
            .formatted(servers.blockedEventLoops()));
    return text.toString();
  }

  private String row(Subject subject) {
    List<Sample> many = together.of(subject.name());
    List<Sample> one = alone.of(subject.name());
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            subject.name(),
            subject.what(),
            spread(many, Sample::perSecond).shown("%,.0f"),
            spread(many, Sample::perCpuSecond).shown("%,.0f"),
            spread(many, Sample::p50).shown("%.0f"),
            spread(many, Sample::p99).shown("%.0f"),
            spread(one, Sample::p50).shown("%.0f"));
  }

  private String ratio(
      String what, String aim, String of, String to, ToDoubleFunction<Sample> figure) {
    List<Sample> some = together.of(of);
    List<Sample> others = together.of(to);
    List<Double> ratios =
        IntStream.range(0, some.size())
            .mapToObj(i -> figure.applyAsDouble(some.get(i)) / figure.applyAsDouble(others.get(i)))
            .toList();
    return "| %s | %s | %s |\n".formatted(what, aim, Spread.of(ratios).shown("%.2f"));
  }

  private Spread added(String to, String of) {
    List<Sample> some = alone.of(to);
    List<Sample> others = alone.of(of);
    return Spread.of(
        IntStream.range(0, some.size())
            .mapToObj(i -> some.get(i).p50() - others.get(i).p50())
            .toList());
  }

  private static Spread spread(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return Spread.of(samples.stream().map(figure::applyAsDouble).toList());
  }
}
