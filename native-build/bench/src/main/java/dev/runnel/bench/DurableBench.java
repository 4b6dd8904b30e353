package dev.runnel.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The benchmark of durable runs: an event is written down before the function is called, and the
 * result before the caller has it. All that do so take turns, with few callers and with many.
 */
public final class DurableBench {

  /** How many callers there are at once, in the parts of the benchmark. */
  static final List<Integer> CALLERS = List.of(1, 32, 256);

  static final int ACKNOWLEDGED_PER_SECOND = 200;

  private static final int WARM_CALLERS = 32;
  private static final double FASTER = 1.03;
  private static final int STEADY_TURNS = 6;
  private static final int WARM_TURNS_PER_ROUND = 6;

  private final Contenders contenders;
  private final Plan plan;

  /**
   * How much is measured.
   *
   * @param rounds each contender has a turn in each
   * @param turn how long one turn takes
   */
  record Plan(int rounds, Duration turn) {}

  /**
   * What was seen.
   *
   * @param samples for each number of callers
   * @param counts of the database for one run, for the fewest and the most callers
   * @param acknowledgements of events that nobody waits for
   */
  record Seen(
      Map<Integer, Samples> samples,
      Map<Integer, Map<String, Counts>> counts,
      List<Steadiness> acknowledgements) {}

  private DurableBench(Contenders contenders, Plan plan) {
    this.contenders = contenders;
    this.plan = plan;
  }

  /**
   * Arguments: where to write the report, a folder to work in, on the disk that is to be measured,
   * rounds, and whole seconds of a turn.
   */
  public static void main(String[] args) throws Exception {
    var plan = new Plan(Integer.parseInt(args[2]), Duration.ofSeconds(Integer.parseInt(args[3])));
    Files.createDirectories(Path.of(args[1]));
    Path folder = Files.createTempDirectory(Path.of(args[1]), "durable");
    try (var contenders = Contenders.start(Installed.here(), folder)) {
      var bench = new DurableBench(contenders, plan);
      bench.warmUp();
      String report = new DurableReport(plan, bench.seen()).text(contenders, folder);
      IO.println(report);
      Files.writeString(Path.of(args[0]), report);
    }
    delete(folder);
  }

  /** Few rounds are a trial, which need not be trusted, and so warms up less. */
  private void warmUp() throws IOException, InterruptedException {
    int mostTurns = plan.rounds() * WARM_TURNS_PER_ROUND;
    for (Contender contender : contenders.all()) {
      long fastest = 0;
      int steady = 0;
      int turns = 0;
      while (steady < STEADY_TURNS && turns < mostTurns) {
        turns++;
        long answers = contender.calling().during(Duration.ofSeconds(1), WARM_CALLERS).count();
        steady = answers > fastest * FASTER ? 0 : steady + 1;
        fastest = Math.max(fastest, answers);
      }
      IO.println("warmed up %s in %d turns".formatted(contender.name(), turns));
    }
  }

  private Seen seen() throws IOException, InterruptedException, SQLException {
    var samples = new TreeMap<Integer, Samples>();
    var counts = new TreeMap<Integer, Map<String, Counts>>();
    for (int callers : CALLERS) {
      samples.put(callers, rounds(callers));
    }
    for (int callers : List.of(CALLERS.getFirst(), CALLERS.getLast())) {
      counts.put(callers, counts(callers));
    }
    return new Seen(samples, counts, acknowledgements());
  }

  /** What each contender did in each round. */
  private Samples rounds(int callers) throws IOException, InterruptedException {
    var samples = new Samples();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Contender contender : contenders.all()) {
        Sample sample = turn(contender, callers);
        samples.add(contender.name(), sample);
        IO.println(
            "callers %d, round %d: %s %s".formatted(callers, round, contender.name(), sample));
      }
    }
    return samples;
  }

  private Sample turn(Contender contender, int callers) throws IOException, InterruptedException {
    double cpuBefore = cpuSeconds(contender);
    Answers answers = contender.calling().during(plan.turn(), callers);
    double cpu = Math.max(0.01, cpuSeconds(contender) - cpuBefore);
    return new Sample(
        answers.count() / answers.seconds(), answers.count() / cpu, answers.p50(), answers.p99());
  }

  /** What the database has to do for one run. */
  private Map<String, Counts> counts(int callers)
      throws IOException, InterruptedException, SQLException {
    var counts = new TreeMap<String, Counts>();
    Counts before = contenders.database().counts();
    for (Contender contender : contenders.all()) {
      if (contender.inDatabase()) {
        Answers answers = contender.calling().during(plan.turn(), callers);
        Counts after = contenders.database().counts();
        counts.put(contender.name(), after.since(before).each(answers.count()));
        before = after;
      }
    }
    return counts;
  }

  private List<Steadiness> acknowledgements() throws IOException {
    var seen = new ArrayList<Steadiness>();
    try (var caller =
        CallerProcess.start(
            SteadyCaller.class, contenders.port(), ACKNOWLEDGED_PER_SECOND, Routers.ONE, 202)) {
      caller.order(Long.toString(plan.turn().toMillis())); // warms the caller up
      for (int round = 0; round < plan.rounds(); round++) {
        seen.add(Steadiness.read(caller.order(Long.toString(plan.turn().toMillis()))));
      }
    }
    return seen;
  }

  private static double cpuSeconds(Contender contender) throws IOException {
    double seconds = 0;
    for (Metered process : contender.processes()) {
      seconds += process.cpuSeconds();
    }
    return seconds;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
