package dev.runnel.bench;

import dev.runnel.embedded.DatabaseAccess;
import dev.runnel.embedded.EmbeddedDatabase;
import dev.runnel.embedded.Shutdown;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The PostgreSQL server that the router runs, with a database for each contender. */
final class DatabaseServer implements Metered, AutoCloseable {

  /** A session that does nothing tells what it has done after ten seconds. */
  private static final Duration SETTLING = Duration.ofSeconds(11);

  private static final String COUNTS =
      """
      select (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint,
        (select sum(tup_inserted + tup_updated + tup_deleted) from pg_stat_database),
        (select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'),
        pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')
      """;

  private final EmbeddedDatabase server;

  private DatabaseServer(EmbeddedDatabase server) {
    this.server = server;
  }

  /** Starts the server in the router's data, or finds it there. */
  static DatabaseServer of(Path data) {
    return new DatabaseServer(EmbeddedDatabase.open(data.resolve("database")));
  }

  /** A new database of this name. */
  DatabaseAccess database(String name) throws SQLException {
    try (Connection connection = connection(server.access());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return server.access().of(name);
  }

  /** Carries out statements in one of the databases. */
  static void execute(DatabaseAccess database, String... statements) throws SQLException {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What it has done so far; waits until every session has told. */
  Counts counts() throws SQLException, InterruptedException {
    TimeUnit.SECONDS.sleep(SETTLING.toSeconds());
    try (Connection connection = connection(server.access());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNTS)) {
      row.next();
      return new Counts(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
    }
  }

  /** What it says about itself. */
  String setting(String name) throws SQLException {
    try (Connection connection = connection(server.access());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_setting('%s')".formatted(name))) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public double cpuSeconds() throws IOException {
    return CpuTime.ofFamily(server.processId());
  }

  @Override
  public void close() {
    server.stop(Shutdown.IMMEDIATE);
  }

  private static Connection connection(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
  }
}
