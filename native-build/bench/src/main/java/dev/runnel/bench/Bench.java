package dev.runnel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The benchmark: every subject in turns, many rounds of it, so that whatever else the machine does
 * meets all of them alike.
 */
public final class Bench {

  /** A subject is warm when it has not become this much faster for so many turns. */
  private static final double FASTER = 1.02;

  private static final int STEADY_TURNS = 10;
  private static final int MOST_TURNS = 40;
  private static final double MICROS = 1_000;

  private final List<Subject> subjects;
  private final Plan plan;

  /**
   * How much is measured.
   *
   * @param rounds each subject has a turn in each
   * @param turn how long one turn takes
   * @param connections how many callers there are at once in the second part of a turn
   */
  record Plan(int rounds, Duration turn, int connections) {}

  private Bench(List<Subject> subjects, Plan plan) {
    this.subjects = subjects;
    this.plan = plan;
  }

  /**
   * Arguments: rounds (7), seconds of a turn (2), connections (32), and where to write the report.
   */
  public static void main(String[] args) throws Exception {
    var plan =
        new Plan(
            Integer.parseInt(args[0]),
            Duration.ofMillis((long) (Double.parseDouble(args[1]) * 1_000)),
            Integer.parseInt(args[2]));
    Path folder = Files.createTempDirectory("runnel-bench");
    try (var servers = Servers.start(folder)) {
      var bench = new Bench(servers.subjects(), plan);
      bench.warmUp();
      String report =
          new Report(plan, bench.rounds(1), bench.rounds(plan.connections())).text(servers);
      IO.println(report);
      Files.writeString(Path.of(args[3]), report);
    }
  }

  /** Compilers take from seconds to a minute, depending on how much there is to compile. */
  private void warmUp() throws IOException {
    for (Subject subject : subjects) {
      long fastest = 0;
      int steady = 0;
      int turns = 0;
      while (steady < STEADY_TURNS && turns < MOST_TURNS) {
        turns++;
        long answers = load(subject).run(plan.connections(), plan.turn()).getTotalCount();
        steady = answers > fastest * FASTER ? 0 : steady + 1;
        fastest = Math.max(fastest, answers);
      }
      say("warmed up %s in %d turns".formatted(subject.what(), turns));
    }
  }

  /** What each subject did in each round. */
  private Samples rounds(int connections) throws IOException {
    var samples = new Samples();
    for (int round = 1; round <= plan.rounds(); round++) {
      say("round " + round + " of " + plan.rounds() + ", connections: " + connections);
      for (Subject subject : subjects) {
        samples.add(subject.name(), turn(subject, connections));
      }
    }
    return samples;
  }

  private Sample turn(Subject subject, int connections) throws IOException {
    double cpuBefore = cpuSeconds(subject);
    long begin = System.nanoTime();
    Histogram latencies = load(subject).run(connections, plan.turn());
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpu = Math.max(0.01, cpuSeconds(subject) - cpuBefore);
    long answers = latencies.getTotalCount();
    return new Sample(
        answers / seconds,
        answers / cpu,
        latencies.getValueAtPercentile(50) / MICROS,
        latencies.getValueAtPercentile(99) / MICROS);
  }

  private static double cpuSeconds(Subject subject) throws IOException {
    double seconds = 0;
    for (Server server : subject.servers()) {
      seconds += server.cpuSeconds();
    }
    return seconds;
  }

  private static Load load(Subject subject) {
    return new Load(subject.target(), subject.request());
  }

  private static void say(String text) {
    IO.println(text);
  }
}
