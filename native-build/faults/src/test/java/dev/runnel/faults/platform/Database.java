package dev.runnel.faults.platform;

import dev.runnel.embedded.EmbeddedDatabase;
import dev.runnel.embedded.Shutdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL server of a folder, as somebody sees it who has nothing to do with it. */
public final class Database {

  /** How the sessions of the tests are called in the server. */
  public static final String STRANGER = "stranger";

  private static final Duration RESTART = Duration.ofSeconds(60);
  private static final String NAME = "runnel";

  /** Lines of PostgreSQL's {@code postmaster.pid}. */
  private static final int PID_LINE = 0;

  private static final int PORT_LINE = 3;

  private final Path folder;
  private final @Nullable EmbeddedDatabase used;

  private Database(Path folder, @Nullable EmbeddedDatabase used) {
    this.folder = folder;
    this.used = used;
  }

  /** One that a router starts and uses. */
  static Database at(Path folder) {
    return new Database(folder, null);
  }

  /** One that is started here, for routers that know it by its address only. */
  static Database open(Path folder) {
    return new Database(folder, EmbeddedDatabase.open(folder));
  }

  /**
   * The same, and others reach it, too.
   *
   * @param host this machine's address, at which they do
   * @param network where they are, as in {@code 10.77.0.0/24}
   */
  static Database open(Path folder, String host, String network) throws IOException {
    Database database = open(folder);
    Path files = folder.resolve("database");
    Files.writeString(
        files.resolve("postgresql.conf"),
        "listen_addresses = '%s,%s'%n".formatted(Ports.LOOPBACK, host),
        StandardOpenOption.APPEND);
    Files.writeString(
        files.resolve("pg_hba.conf"),
        "host all %s %s scram-sha-256%n".formatted(NAME, network),
        StandardOpenOption.APPEND);
    database.restart(Shutdown.FAST);
    return database;
  }

  /** How a router reaches it by way of another address, or port. */
  String url(String host, int port) throws IOException {
    return "postgresql://%s:%s@%s:%d/%s".formatted(NAME, password(), host, port, NAME);
  }

  /** Kills its first process; the others notice, and end. */
  public void kill() throws IOException, InterruptedException {
    Program.signal("KILL", number(PID_LINE));
  }

  /** It answers nobody from here on, and still has its connections. */
  public void freeze() throws IOException, InterruptedException {
    for (long pid : processes()) {
      Program.signal("STOP", pid);
    }
  }

  public void thaw() throws IOException, InterruptedException {
    for (long pid : processes()) {
      Program.signal("CONT", pid);
    }
  }

  /** Stops it and starts it again, as an operator does. */
  public void restart(Shutdown how) {
    try (var database = EmbeddedDatabase.open(folder)) {
      database.restart(how);
    }
  }

  /** Returns when it answers. */
  public void awaitAnswer() {
    Patience.until("the database answers", RESTART, () -> count("select 1") == 1);
  }

  /** The one number that a query answers. */
  public long count(String query) throws IOException, SQLException {
    try (Connection connection = connect();
        var prepared = connection.prepareStatement(query);
        var rows = prepared.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Does something to it. */
  public void run(String statement) throws IOException, SQLException {
    try (Connection connection = connect();
        var prepared = connection.prepareStatement(statement)) {
      prepared.execute();
    }
  }

  /** A session of a stranger, who has the password. Whoever asks for it closes it. */
  public Connection session() throws IOException, SQLException {
    return connect();
  }

  public int port() throws IOException {
    return Math.toIntExact(number(PORT_LINE));
  }

  private String password() throws IOException {
    return Files.readString(folder.resolve("password")).strip();
  }

  /** Whoever uses it has gone: it ends. */
  void end() {
    if (used != null) {
      used.close();
    }
    try (var database = EmbeddedDatabase.open(folder)) {
      database.stop(Shutdown.IMMEDIATE);
    }
  }

  private Connection connect() throws IOException, SQLException {
    var properties = new Properties();
    properties.setProperty("user", NAME);
    properties.setProperty("password", password());
    properties.setProperty("ApplicationName", STRANGER);
    properties.setProperty("connectTimeout", "2");
    // Whoever mends a database that takes no writes has to write.
    properties.setProperty("options", "-c default_transaction_read_only=off");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), NAME), properties);
  }

  private List<Long> processes() throws IOException {
    ProcessHandle first = ProcessHandle.of(number(PID_LINE)).orElseThrow();
    return Stream.concat(Stream.of(first), first.descendants()).map(ProcessHandle::pid).toList();
  }

  private long number(int line) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("database/postmaster.pid"));
    return Long.parseLong(lines.get(line).strip());
  }
}
