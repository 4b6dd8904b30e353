package dev.runnel.dbos;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A process with DBOS in it, and with its callers: each starts its next workflow when it has the
 * result of the last. Told what to do line by line, it answers each with one.
 */
public final class DbosCalls {

  private static final String READING =
      "{\"sensor\":\"roof-7\",\"at\":1772271000,\"value\":21.5,\"unit\":\"Celsius\"}";
  private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();
  private static final int DIGITS = 3;
  private static final double MICROS = 1_000;
  private static final double NANOS = 1e9;

  private DbosCalls() {}

  /**
   * The environment says where the database is: {@code BENCH_JDBC_URL}, {@code BENCH_USER}, {@code
   * BENCH_PASSWORD}. An order is a workflow, a number of callers, and milliseconds; its answer the
   * number of results, seconds, the median and the 99th percentile in microseconds.
   */
  public static void main(String[] args) throws InterruptedException {
    var config =
        DBOSConfig.defaults("bench")
            .withDatabaseUrl(System.getenv("BENCH_JDBC_URL"))
            .withDbUser(System.getenv("BENCH_USER"))
            .withDbPassword(System.getenv("BENCH_PASSWORD"));
    try (var dbos = new DBOS(config)) {
      Echoes echoes = dbos.registerProxy(Echoes.class, new DurableEchoes(dbos));
      dbos.launch();
      IO.println("ready");
      for (String line = IO.readln(); line != null; line = IO.readln()) {
        String[] order = line.split(" ", -1);
        UnaryOperator<String> workflow =
            switch (order[0]) {
              case "plain" -> echoes::plain;
              case "one" -> echoes::one;
              case "three" -> echoes::three;
              default -> throw new IllegalArgumentException("there is no workflow " + order[0]);
            };
        var time = Duration.ofMillis(Long.parseLong(order[2]));
        IO.println(calls(workflow, Integer.parseInt(order[1]), time));
      }
    }
  }

  private static String calls(UnaryOperator<String> workflow, int callers, Duration time)
      throws InterruptedException {
    var latencies = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        threads.execute(() -> callUntil(end, workflow, latencies));
      }
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.HOURS);
    }
    return String.format(
        Locale.ROOT,
        "%d %.6f %.1f %.1f",
        latencies.getTotalCount(),
        (System.nanoTime() - begin) / NANOS,
        latencies.getValueAtPercentile(50) / MICROS,
        latencies.getValueAtPercentile(99) / MICROS);
  }

  private static void callUntil(
      long end, UnaryOperator<String> workflow, ConcurrentHistogram latencies) {
    for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
      workflow.apply(READING);
      latencies.recordValue(System.nanoTime() - begin);
    }
  }
}
