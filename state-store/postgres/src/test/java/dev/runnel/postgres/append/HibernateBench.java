package dev.runnel.postgres.append;

import dev.runnel.embedded.DatabaseAccess;
import dev.runnel.embedded.EmbeddedDatabase;
import dev.runnel.embedded.Shutdown;
import dev.runnel.postgres.Schema;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;

/**
 * The rows of {@link JournalBench} in the same groups, written by Hibernate's stateless session: no
 * epoch is checked and no duplicate recognised, so that it is the least that it could cost.
 */
public final class HibernateBench {

  private static final int GROUP = 128;
  private static final double NANOS = 1e9;

  private HibernateBench() {}

  /**
   * Measures.
   *
   * @param arguments seconds
   */
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedDatabase server = JournalBench.server()) {
      DatabaseAccess access = server.access();
      Schema.migrate(access.jdbcUrl(), access.user(), access.password());
      try (Mutiny.SessionFactory factory = factory(access)) {
        write(factory, 20);
        long begin = System.nanoTime();
        long client = client();
        double ticks = JournalBench.serverTicks();
        long end = begin + Integer.parseInt(arguments[0]) * 1_000_000_000L;
        int groups = 0;
        while (System.nanoTime() < end) {
          groups += write(factory, 10);
        }
        double runs = (double) groups * GROUP;
        IO.println(
            "Hibernate, groups of %d: %.0f runs/s, client %.1f µs/run, server %.1f µs/run"
                .formatted(
                    GROUP,
                    runs / ((System.nanoTime() - begin) / NANOS),
                    (client() - client) / runs / 1e3,
                    (JournalBench.serverTicks() - ticks) / JournalBench.TICKS / runs * 1e6));
      }
      server.stop(Shutdown.FAST);
    }
  }

  private static Mutiny.SessionFactory factory(DatabaseAccess access) {
    var configuration = new Configuration();
    configuration.setProperty("hibernate.connection.url", access.url());
    configuration.setProperty("hibernate.connection.username", access.user());
    configuration.setProperty("hibernate.connection.password", access.password());
    configuration.setProperty("hibernate.jdbc.batch_size", Integer.toString(GROUP));
    List.of(RunOf.class, OpenOf.class, RecordOf.class).forEach(configuration::addAnnotatedClass);
    return configuration
        .buildSessionFactory(
            new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build())
        .unwrap(Mutiny.SessionFactory.class);
  }

  private static int write(Mutiny.SessionFactory factory, int groups) {
    for (int i = 0; i < groups; i++) {
      var ids = new ArrayList<String>();
      for (int run = 0; run < GROUP; run++) {
        ids.add(UUID.randomUUID().toString().replace("-", ""));
      }
      begin(factory, ids).chain(() -> end(factory, ids)).await().indefinitely();
    }
    return groups;
  }

  private static Uni<?> begin(Mutiny.SessionFactory factory, List<String> ids) {
    Object[] runs = ids.stream().map(RunOf::new).toArray();
    Object[] open = ids.stream().map(OpenOf::new).toArray();
    return factory.withStatelessTransaction(
        session -> session.insertAll(GROUP, runs).chain(() -> session.insertAll(GROUP, open)));
  }

  private static Uni<?> end(Mutiny.SessionFactory factory, List<String> ids) {
    Object[] records = ids.stream().map(RecordOf::new).toArray();
    return factory.withStatelessTransaction(
        session ->
            session
                .insertAll(GROUP, records)
                .chain(
                    () ->
                        session
                            .createMutationQuery(
                                "delete from OpenOf where owner = 1 and run in :ids")
                            .setParameter("ids", ids)
                            .executeUpdate()));
  }

  private static long client() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** A run's row. */
  @Entity(name = "RunOf")
  @Table(name = "run")
  public static class RunOf {
    @Id public String id = "";
    public String tenant = "default";

    @Column(name = "event_key")
    public UUID eventKey = UUID.randomUUID();

    @Column(name = "began_at")
    public Instant beganAt = Instant.EPOCH;

    public UUID plan = new UUID(0, 0);

    @Column(name = "type_digest")
    public long type = 1;

    @Column(name = "source_digest")
    public long source = 2;

    @Column(name = "event_id_digest")
    public long eventId = eventKey.getMostSignificantBits();

    public String root = "";
    public int events = 1;
    public byte[] body = new byte[450];

    /** As Hibernate makes them. */
    public RunOf() {}

    RunOf(String id) {
      this.id = id;
      this.root = id;
    }
  }

  /** That a run goes on. */
  @Entity(name = "OpenOf")
  @Table(name = "open_run")
  public static class OpenOf {
    @Id public String run = "";
    public String tenant = "default";
    public long owner = 1;
    public int version = 1;

    /** As Hibernate makes them. */
    public OpenOf() {}

    OpenOf(String run) {
      this.run = run;
    }
  }

  /** What ended a run. */
  @Entity(name = "RecordOf")
  @Table(name = "run_record")
  public static class RecordOf {
    @Id public String run = "";
    public String tenant = "default";
    public int position = 1;
    public int events = 4;
    public String state = "succeeded";

    @Column(name = "ended_at")
    public Instant endedAt = Instant.EPOCH;

    public byte[] body = new byte[300];

    /** As Hibernate makes them. */
    public RecordOf() {}

    RecordOf(String run) {
      this.run = run;
    }
  }
}
