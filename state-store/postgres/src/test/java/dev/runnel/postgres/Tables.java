package dev.runnel.postgres;

import dev.runnel.journal.Journal;
import dev.runnel.journal.Kept;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.postgres.group.CommitLimits;
import dev.runnel.postgres.group.Destination;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal's tables, as a test finds and leaves them. */
@Singleton
public class Tables {

  private final Vertx vertx;
  private final Pool pool;
  private final Mutiny.SessionFactory factory;
  private final List<PostgresRouters> routers = new ArrayList<>();
  private final List<PostgresWorld> worlds = new ArrayList<>();

  Tables(Vertx vertx, Pool pool, Mutiny.SessionFactory factory) {
    this.vertx = vertx;
    this.pool = pool;
    this.factory = factory;
  }

  /** Without the routers of the test before. */
  void empty() {
    routers.forEach(PostgresRouters::close);
    routers.clear();
    worlds.forEach(PostgresWorld::close);
    worlds.clear();
    sql(
        """
        truncate router, plan, run, run_brief, run_record, open_run, dead_letter, place,
          manifest_version, entry, usage_share, lane, lease, counter, counted;
        update manifest_set set revision = 0
        """);
  }

  RowSet<Row> sql(String text) {
    return UniHelper.toUni(pool.query(text).execute()).await().indefinitely();
  }

  /** A connection that nobody else has. */
  OwnConnection connection() {
    return new OwnConnection(UniHelper.toUni(pool.getConnection()).await().indefinitely());
  }

  /** A connection that nobody else has until it is given back. */
  record OwnConnection(SqlConnection connection) implements AutoCloseable {

    RowSet<Row> sql(String text) {
      return UniHelper.toUni(connection.query(text).execute()).await().indefinitely();
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  /**
   * Does something while nobody can write to a table.
   *
   * @param work gives what ends only afterwards
   * @return when all of that has ended
   */
  <T> CompletableFuture<?> whileLocked(String table, Supplier<List<CompletableFuture<T>>> work) {
    try (var own = connection()) {
      own.sql("begin; lock table " + table + " in exclusive mode");
      List<CompletableFuture<T>> waiting = work.get();
      own.sql("commit");
      var all = CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new));
      all.join();
      return all;
    }
  }

  /** Does something while another router forgets runs. */
  void whileAnotherForgets(Runnable work) {
    try (var own = connection()) {
      own.sql("begin; select pg_advisory_xact_lock(" + PostgresRetention.LOCK + ")");
      work.run();
      own.sql("commit");
    }
  }

  /** How many rows there are. */
  long count(String rows) {
    return sql("select count(*) from " + rows).iterator().next().getLong(0);
  }

  PostgresRouters routers() {
    return routers(CommitLimits.DEFAULTS);
  }

  PostgresRouters routers(CommitLimits limits) {
    var fresh =
        new PostgresRouters(
            new Destination(vertx, pool, limits), factory, pool, PostgresRouters.DUPLICATES);
    routers.add(fresh);
    return fresh;
  }

  StoredPlans plans(LongSupplier nanoTime) {
    return new StoredPlans(pool, new Sessions(vertx, factory), nanoTime);
  }

  PostgresManifests manifests() {
    return new PostgresManifests(vertx, factory);
  }

  /** What functions keep, over empty tables. */
  PostgresWorld world(KeyedLimits limits) {
    empty();
    return another(limits);
  }

  /** The same for another router, over the tables as they are. */
  PostgresWorld another(KeyedLimits limits) {
    var world = new PostgresWorld(this, vertx, pool, factory, limits);
    worlds.add(world);
    return world;
  }

  /** The journal of a router that has just joined, over empty tables. */
  Journal journal() {
    return kept().journal();
  }

  /** The same, and what forgets its runs. */
  Kept kept() {
    empty();
    PostgresRouters routers = routers();
    Uni<Journal> journal = routers.join("tests").map(routers::journal);
    return new Kept(journal.await().indefinitely(), routers.retention());
  }
}
