package dev.runnel.bench.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured, as Markdown: a table for each class of benchmarks, and in it a line for each
 * choice of parameters, with our own method, {@code ours}, beside each of the others.
 */
final class MatchReport {

  private static final String OURS = "ours";
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Collection<RunResult> results;

  MatchReport(Collection<RunResult> results) {
    this.results = results;
  }

  String text(String machine) {
    var text = new StringBuilder("# Who gets an event\n\n").append(machine).append(how());
    Map<String, List<RunResult>> classes =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> className(result.getParams()), TreeMap::new, Collectors.toList()));
    classes.forEach((name, runs) -> text.append(table(name, runs)));
    return text.toString();
  }

  /** How long each was measured; the same for all but where a benchmark says otherwise. */
  private String how() {
    return results.stream()
        .map(RunResult::getParams)
        .findFirst()
        .map(
            params ->
                "JMH %s, %d processes, %d × %s after %d × %s to warm up; ± is JMH's error at 99.9 %%.\n"
                    .formatted(
                        params.getJmhVersion(),
                        params.getForks(),
                        params.getMeasurement().getCount(),
                        params.getMeasurement().getTime(),
                        params.getWarmup().getCount(),
                        params.getWarmup().getTime()))
        .orElse("\n");
  }

  private static String table(String name, List<RunResult> runs) {
    var text =
        new StringBuilder("\n## ")
            .append(name)
            .append(
                "\n\n| | ours | B | other | | B | ours / other |\n|---|---|---|---|---|---|---|\n");
    var ours = new TreeMap<String, RunResult>();
    var others = new ArrayList<RunResult>();
    for (RunResult run : runs) {
      if (methodName(run.getParams()).equals(OURS)) {
        ours.put(chosen(run.getParams()), run);
      } else {
        others.add(run);
      }
    }
    if (others.isEmpty()) {
      ours.values().forEach(run -> text.append(line(run)));
    }
    var ratios = new TreeMap<String, List<Double>>();
    for (RunResult other : others) {
      RunResult own = ours.get(chosen(other.getParams()));
      if (own != null) {
        text.append(line(own, other));
        ratios
            .computeIfAbsent(methodName(other.getParams()), _ -> new ArrayList<>())
            .add(ratio(own, other));
      }
    }
    ratios.keySet().removeIf(method -> method.startsWith(OURS));
    ratios.forEach((method, all) -> text.append(mean(method, all)));
    return text.toString();
  }

  private static String mean(String method, List<Double> ratios) {
    double logarithms = ratios.stream().mapToDouble(Math::log).average().orElse(0);
    return "| geometric mean | | | %s | | | %.1f |\n".formatted(method, Math.exp(logarithms));
  }

  private static double ratio(RunResult own, RunResult other) {
    return own.getPrimaryResult().getScore() / other.getPrimaryResult().getScore();
  }

  /** Where there is nothing to compare with. */
  private static String line(RunResult own) {
    return "| %s | %s | %s | | | | |\n"
        .formatted(chosen(own.getParams()), shown(own.getPrimaryResult()), allocated(own));
  }

  private static String line(RunResult own, RunResult other) {
    Result<?> mine = own.getPrimaryResult();
    Result<?> theirs = other.getPrimaryResult();
    return "| %s | %s | %s | %s | %s | %s | %.1f |\n"
        .formatted(
            chosen(own.getParams()),
            shown(mine),
            allocated(own),
            methodName(other.getParams()),
            shown(theirs),
            allocated(other),
            ratio(own, other));
  }

  private static String shown(Result<?> result) {
    return "%,.0f ± %,.0f %s"
        .formatted(result.getScore(), result.getScoreError(), result.getScoreUnit());
  }

  private static String allocated(RunResult run) {
    Result<?> allocated = run.getSecondaryResults().get(ALLOCATED);
    return allocated == null ? "" : "%,.0f".formatted(allocated.getScore());
  }

  private static String chosen(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .map(key -> "`" + params.getParam(key) + "`")
        .collect(Collectors.joining(", "));
  }

  private static String className(BenchmarkParams params) {
    String benchmark = params.getBenchmark();
    String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String methodName(BenchmarkParams params) {
    return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
  }
}
