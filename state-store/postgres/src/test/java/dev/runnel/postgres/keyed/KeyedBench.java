package dev.runnel.postgres.keyed;

import dev.runnel.contract.Data;
import dev.runnel.embedded.DatabaseAccess;
import dev.runnel.embedded.EmbeddedDatabase;
import dev.runnel.embedded.Shutdown;
import dev.runnel.journal.keyed.Draft;
import dev.runnel.journal.keyed.Key;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.Range;
import dev.runnel.postgres.PostgresCounters;
import dev.runnel.postgres.PostgresKeyedState;
import dev.runnel.postgres.PostgresLeases;
import dev.runnel.postgres.Schema;
import dev.runnel.postgres.append.JournalBench;
import dev.runnel.postgres.group.CommitLimits;
import dev.runnel.postgres.group.Destination;
import dev.runnel.postgres.row.CounterRow;
import dev.runnel.postgres.row.EntryRow;
import dev.runnel.postgres.row.LeaseRow;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;

/**
 * What it costs to keep something, by hand: writes of 200 bytes, reads, additions and renewals,
 * with fsync on, by callers that wait for each answer.
 */
public final class KeyedBench {

  private static final double NANOS = 1e9;
  private static final int KEYS = 10_000;
  private static final int CONNECTIONS = 16;
  private static final Data CONTENT = new Data("application/octet-stream", new byte[200]);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private KeyedBench() {}

  /**
   * Measures.
   *
   * @param arguments seconds of each measurement
   */
  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[0]);
    try (EmbeddedDatabase server = JournalBench.server()) {
      DatabaseAccess access = server.access();
      Schema.migrate(access.jdbcUrl(), access.user(), access.password());
      Vertx vertx = Vertx.vertx();
      var one = new Destination(vertx, pool(vertx, access), CommitLimits.DEFAULTS.withLanes(1));
      var two = new Destination(vertx, one.pool(), CommitLimits.DEFAULTS.withLanes(2));
      Mutiny.SessionFactory factory = factory(access);
      var state = new PostgresKeyedState(two, factory, KeyedLimits.DEFAULTS);
      var counters = new PostgresCounters(one, factory, KeyedLimits.DEFAULTS);
      var leases = new PostgresLeases(one, factory, KeyedLimits.DEFAULTS);
      Draft draft = Draft.of(CONTENT);
      IO.println("what | callers | calls/s | client µs/call | server µs/call | p50 ms | p99 ms");
      for (int callers : List.of(64, 1, 64)) {
        measure("write", callers, seconds, i -> state.write(key(i % KEYS), draft));
        measure("read", callers, seconds, i -> state.read(key(i % KEYS)));
        measure("list 100", callers, seconds, i -> state.list(page()));
        measure("add", callers, seconds, i -> counters.add(key(0), 1, Optional.empty()));
        measure("add, named", callers, seconds, i -> counters.add(key(1), 1, named(i)));
        measure("renew", callers, seconds, i -> leases.acquire(key(i % 100), "h", MINUTE));
      }
      factory.close();
      vertx.close();
      server.stop(Shutdown.FAST);
    }
  }

  private static Range page() {
    return new Range("bench", "k", "", 100);
  }

  private static Optional<String> named(long number) {
    return Optional.of(Long.toString(System.nanoTime()) + number);
  }

  private static Key key(long number) {
    return new Key("bench", "k" + number);
  }

  private static Pool pool(Vertx vertx, DatabaseAccess access) {
    var address =
        new PgConnectOptions()
            .setHost(access.host())
            .setPort(access.port())
            .setDatabase(access.database())
            .setUser(access.user())
            .setPassword(access.password());
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(CONNECTIONS))
        .connectingTo(address)
        .using(vertx)
        .build();
  }

  private static Mutiny.SessionFactory factory(DatabaseAccess access) {
    var configuration = new Configuration();
    configuration.setProperty("hibernate.connection.url", access.url());
    configuration.setProperty("hibernate.connection.username", access.user());
    configuration.setProperty("hibernate.connection.password", access.password());
    configuration.setProperty("hibernate.connection.pool_size", Integer.toString(CONNECTIONS));
    List.of(EntryRow.class, LeaseRow.class, CounterRow.class)
        .forEach(configuration::addAnnotatedClass);
    return configuration
        .buildSessionFactory(
            new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build())
        .unwrap(Mutiny.SessionFactory.class);
  }

  private static void measure(String what, int callers, int seconds, LongFunction<Uni<?>> work)
      throws Exception {
    double server = JournalBench.serverTicks();
    long client = client();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    var done = new CountDownLatch(callers);
    var calls = new AtomicLong();
    var latencies = new ConcurrentHistogram(3);
    for (int i = 0; i < callers; i++) {
      call(work, end, calls, latencies, done);
    }
    done.await();
    double n = calls.get();
    IO.println(
        "%s | %d | %.0f | %.1f | %.1f | %.2f | %.2f"
            .formatted(
                what,
                callers,
                n * NANOS / (System.nanoTime() - begin),
                (client() - client) / n / 1e3,
                (JournalBench.serverTicks() - server) / JournalBench.TICKS / n * 1e6,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6));
  }

  private static void call(
      LongFunction<Uni<?>> work,
      long end,
      AtomicLong calls,
      Histogram latencies,
      CountDownLatch done) {
    long now = System.nanoTime();
    if (now >= end) {
      done.countDown();
      return;
    }
    work.apply(calls.getAndIncrement())
        .subscribe()
        .with(
            answer -> {
              latencies.recordValue(System.nanoTime() - now);
              call(work, end, calls, latencies, done);
            },
            why -> {
              why.printStackTrace();
              done.countDown();
            });
  }

  private static long client() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
