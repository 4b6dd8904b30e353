package dev.runnel.postgres.append;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.embedded.DatabaseAccess;
import dev.runnel.embedded.EmbeddedDatabase;
import dev.runnel.embedded.Shutdown;
import dev.runnel.engine.run.Lineage;
import dev.runnel.engine.run.Placing;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.Journal.Begin;
import dev.runnel.journal.Membership;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.Sequel;
import dev.runnel.journal.ToldRun;
import dev.runnel.postgres.Schema;
import dev.runnel.postgres.group.CommitLimits;
import dev.runnel.postgres.group.Destination;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What durable runs cost, by hand: each is begun in one commit point and ended in a second, with
 * fsync on, by callers that wait for each answer.
 */
public final class JournalBench {

  private static final double NANOS = 1e9;
  public static final double TICKS = 100;
  private static final UUID PLAN = new UUID(0, 0);

  private static final String MANIFEST =
      """
      name: first
      description: runs
      runtime: jvm
      handler: some.Code#run
      triggers: [ { filters: [ { exact: { type: wanted } } ] } ]
      """;

  private final Pool pool;
  private final Commits commits;
  private final List<RunEvent> sample;

  private JournalBench(Vertx vertx, Pool pool, CommitLimits limits) {
    this.pool = pool;
    this.commits =
        new Commits(
            new Store(
                new Destination(vertx, pool, limits),
                new Membership("bench", 1),
                Duration.ofHours(24)));
    Event event =
        Event.of("e", "/bench", "wanted", Data.json("{\"text\":\"" + "x".repeat(180) + "\"}"));
    this.sample =
        ToldRun.of(MANIFEST, event).started("first").succeeded("first", "{\"a\":1}").events();
  }

  /**
   * Measures.
   *
   * @param arguments seconds of each measurement, transactions at the same time, rows of each
   */
  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[0]);
    CommitLimits limits =
        new CommitLimits(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            4 << 20,
            20_000,
            64 << 20,
            Duration.ofSeconds(10));
    try (EmbeddedDatabase server = server()) {
      DatabaseAccess access = server.access();
      Schema.migrate(access.jdbcUrl(), access.user(), access.password());
      Vertx vertx = Vertx.vertx();
      var address =
          new PgConnectOptions()
              .setHost(access.host())
              .setPort(access.port())
              .setDatabase(access.database())
              .setUser(access.user())
              .setPassword(access.password());
      Pool pool =
          PgBuilder.pool()
              .with(new PoolOptions().setMaxSize(8))
              .connectingTo(address)
              .using(vertx)
              .build();
      var bench = new JournalBench(vertx, pool, limits);
      bench.sql("insert into router values ('bench', 1, now() + interval '1 day')");
      IO.println(
          "callers | runs/s | commits/run | fsyncs/run | WAL bytes/run | client µs/run | server"
              + " µs/run | p50 ms | p99 ms");
      bench.measure(256, seconds);
      for (int callers : List.of(1, 32, 256)) {
        IO.println(bench.measure(callers, seconds));
      }
      IO.println(bench.sql("select count(*) from run").iterator().next().getLong(0) + " runs");
      vertx.close();
      server.stop(Shutdown.FAST);
    }
  }

  /** A server of the measurement's own, over an empty folder. */
  public static EmbeddedDatabase server() throws IOException {
    return EmbeddedDatabase.open(Files.createTempDirectory("runnel-bench").resolve("database"));
  }

  private String measure(int callers, int seconds) throws Exception {
    sql("vacuum open_run");
    Usage before = usage();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    var done = new CountDownLatch(callers);
    var runs = new AtomicLong();
    var latencies = new ConcurrentHistogram(3);
    for (int i = 0; i < callers; i++) {
      call(end, runs, latencies, done);
    }
    done.await();
    double took = (System.nanoTime() - begin) / NANOS;
    Usage after = usage();
    double n = runs.get();
    return "%d | %.0f | %.3f | %.3f | %.0f | %.1f | %.1f | %.2f | %.2f"
        .formatted(
            callers,
            n / took,
            (after.commits - before.commits) / n,
            (after.syncs - before.syncs) / n,
            (after.walBytes - before.walBytes) / n,
            (after.client - before.client) / n / 1e3,
            (after.server - before.server) / TICKS / n * 1e6,
            latencies.getValueAtPercentile(50) / 1e6,
            latencies.getValueAtPercentile(99) / 1e6);
  }

  private void call(long end, AtomicLong runs, Histogram latencies, CountDownLatch done) {
    long now = System.nanoTime();
    if (now >= end) {
      done.countDown();
      return;
    }
    durableRun()
        .subscribe()
        .with(
            begins -> {
              latencies.recordValue(System.nanoTime() - now);
              runs.incrementAndGet();
              call(end, runs, latencies, done);
            },
            why -> {
              why.printStackTrace();
              done.countDown();
            });
  }

  private Uni<List<Begin>> durableRun() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    NewRun run = begun(id);
    return commits
        .begin(List.of(run), List.of(PLAN))
        .chain(
            begins ->
                commits.append(
                    new Sequel(id, 1, sample.subList(1, sample.size()), Placing.NONE),
                    List.of(),
                    List.of()));
  }

  private NewRun begun(String id) {
    var like = (RunEvent.Began) sample.getFirst();
    Event event = like.event().with(Map.of("id", id));
    return NewRun.of(
        List.of(
            new RunEvent.Began(
                like.at(), id, event, like.plan(), like.deadline(), Lineage.outside(id, event))));
  }

  private record Usage(long commits, long syncs, double walBytes, long client, double server) {}

  private Usage usage() throws Exception {
    // Statistics reach the view with a delay.
    Thread.sleep(1_000);
    Row row =
        sql("select (select sum(xact_commit)::bigint from pg_stat_database), (select"
                + " sum(fsyncs)::bigint from pg_stat_io where object = 'wal'), wal_bytes::float8"
                + " from pg_stat_wal")
            .iterator()
            .next();
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Usage(
        row.getLong(0),
        row.getLong(1),
        row.getDouble(2),
        system.getProcessCpuTime(),
        serverTicks());
  }

  /** What all processes named postgres have used, as far as the kernel shows them. */
  public static double serverTicks() throws Exception {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes.mapToDouble(JournalBench::ticks).sum();
    }
  }

  private static double ticks(Path process) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      if (!stat.contains("(postgres)")) {
        return 0;
      }
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    } catch (IOException e) {
      return 0;
    }
  }

  private RowSet<Row> sql(String text) {
    return UniHelper.toUni(pool.query(text).execute()).await().indefinitely();
  }
}
