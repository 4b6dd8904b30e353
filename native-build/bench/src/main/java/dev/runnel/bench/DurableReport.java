package dev.runnel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was seen of durable runs, as Markdown. */
final class DurableReport {

  private static final double MICROS = 1_000;

  private final DurableBench.Plan plan;
  private final DurableBench.Seen seen;

  DurableReport(DurableBench.Plan plan, DurableBench.Seen seen) {
    this.plan = plan;
    this.seen = seen;
  }

  /**
   * @param folder where the contenders have written
   */
  String text(Contenders contenders, Path folder) throws IOException, SQLException {
    DatabaseServer database = contenders.database();
    var text = new StringBuilder("# Durable runs\n\n").append(Machine.told());
    text.append(
        "PostgreSQL %s, fsync %s, on %s. Rounds: %d, each contender in turn for %d s. Numbers are medians, in brackets the least and the most of a round; ratios are taken within a round.\n\n"
            .formatted(
                database.setting("server_version").split(" ", 2)[0],
                database.setting("fsync"),
                Files.getFileStore(folder).type(),
                plan.rounds(),
                plan.turn().toSeconds()));
    for (int callers : DurableBench.CALLERS) {
      text.append(table(contenders, callers));
    }
    contenders.missing().forEach(why -> text.append("Missing: ").append(why).append(".\n\n"));
    text.append(ratios()).append(floor()).append(counts()).append(acknowledgements());
    return text.toString();
  }

  private String table(Contenders contenders, int callers) {
    var text = new StringBuilder();
    text.append(
        "| callers: %d | | runs/s | runs per server-CPU-second | p50 ms | p99 ms |\n"
            .formatted(callers));
    text.append("|---|---|---|---|---|---|\n");
    for (Contender contender : contenders.all()) {
      List<Sample> samples = samples(contender.name(), callers);
      text.append(
          "| %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  contender.name(),
                  contender.what(),
                  spread(samples, Sample::perSecond).shown("%,.0f"),
                  spread(samples, Sample::perCpuSecond).shown("%,.0f"),
                  spread(samples, sample -> sample.p50() / MICROS).shown("%.2f"),
                  spread(samples, sample -> sample.p99() / MICROS).shown("%.2f")));
    }
    return text.append('\n').toString();
  }

  private String ratios() {
    var text = new StringBuilder("| comparison | aim | stretch | seen |\n|---|---|---|---|\n");
    for (Comparison comparison : Comparison.ALL) {
      text.append(row(comparison));
    }
    return text.append('\n').toString();
  }

  /** What a router that costs nothing would reach where one caller waits for disk and function. */
  private String floor() {
    int callers = DurableBench.CALLERS.getFirst();
    List<Sample> commits = samples("p", callers);
    List<Sample> calls = samples("e", callers);
    if (commits.isEmpty() || calls.isEmpty()) {
      return "";
    }
    Spread floor =
        Spread.of(
            IntStream.range(0, commits.size())
                .mapToObj(i -> 1 + calls.get(i).p50() / commits.get(i).p50())
                .toList());
    return "With one caller, p50 of pgbench's two commits and of the bare forwarded call, one after the other, is %s times that of the two commits alone.\n\n"
        .formatted(floor.shown("%.2f"));
  }

  private String row(Comparison comparison) {
    List<Sample> some = samples(comparison.of(), comparison.callers());
    List<Sample> others = samples(comparison.to(), comparison.callers());
    String seen =
        some.isEmpty() || others.isEmpty()
            ? "missing"
            : comparison.figure().ratio(some, others).shown("%.2f");
    return "| %s | %s | %s | %s |\n"
        .formatted(comparison.shown(), comparison.aim(), comparison.stretch(), seen);
  }

  private String counts() {
    var text = new StringBuilder();
    text.append(
        "| the database, for one run | callers | commits | rows | fsyncs | bytes of its log |\n");
    text.append("|---|---|---|---|---|---|\n");
    seen.counts()
        .forEach(
            (callers, byName) ->
                byName.forEach(
                    (name, counts) ->
                        text.append(
                            "| %s | %d | %.3f | %.2f | %.3f | %,.0f |\n"
                                .formatted(
                                    name,
                                    callers,
                                    counts.commits(),
                                    counts.rows(),
                                    counts.fsyncs(),
                                    counts.bytes()))));
    return text.append('\n').toString();
  }

  private String acknowledgements() {
    List<Steadiness> all = seen.acknowledgements();
    long failed = all.stream().mapToLong(Steadiness::failed).sum();
    return "Acknowledged, %d events a second at fixed times: p50 %s ms, p99 %s ms (aim: at most 25), not acknowledged: %d.\n"
        .formatted(
            DurableBench.ACKNOWLEDGED_PER_SECOND,
            Spread.of(all.stream().map(one -> one.p50() / MICROS).toList()).shown("%.2f"),
            Spread.of(all.stream().map(one -> one.p99() / MICROS).toList()).shown("%.2f"),
            failed);
  }

  private List<Sample> samples(String name, int callers) {
    Samples all = seen.samples().get(callers);
    return all == null ? List.of() : all.of(name);
  }

  private static Spread spread(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return Spread.of(samples.stream().map(figure::applyAsDouble).toList());
  }
}
