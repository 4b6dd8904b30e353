package dev.runnel.bench;

import dev.runnel.embedded.DatabaseAccess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * PostgreSQL's own load generator: an insert, and then an update of the row, each in a transaction
 * of its own, of as many bytes as the journal writes for a run.
 */
final class Pgbench implements Calling {

  /** Bytes of what begins a run and of what ends it, as the journal stores them here. */
  static final int BEGINNING = 370;

  static final int ENDING = 230;

  private static final String PROGRAM = "pgbench";
  private static final String SCRIPT =
      """
      \\set id random(1, 9223372036854775807)
      insert into run (id, beginning) values (:id, :beginning);
      update run set ending = :ending where id = :id;
      """;
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final int DIGITS = 3;
  private static final long LONGEST_MICROS = Duration.ofSeconds(60).toNanos() / 1_000;
  private static final int MAX_THREADS = 2;

  /** The server admits 100, some of them the others'; and two cores are not faster with more. */
  static final int MAX_CLIENTS = 48;

  private final DatabaseAccess database;
  private final Path folder;

  private Pgbench(DatabaseAccess database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** Whether this machine has it. */
  static boolean isHere() throws InterruptedException {
    try {
      return new ProcessBuilder(PROGRAM, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /**
   * Makes the table.
   *
   * @param folder for its script and its logs
   */
  static Pgbench in(DatabaseAccess database, Path folder) throws IOException, SQLException {
    DatabaseServer.execute(
        database,
        "create table run (id bigint primary key, beginning text not null, ending text)",
        "alter table run alter beginning set storage external, alter ending set storage external");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("script.sql"), SCRIPT);
    return new Pgbench(database, folder);
  }

  @Override
  public Answers during(Duration time, int callers) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    var builder =
        new ProcessBuilder(command(time, callers))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PGPASSWORD", database.password());
    if (builder.start().waitFor() != 0) {
      throw new IOException("pgbench has failed: " + Files.readString(output));
    }
    return answers(perSecond(Files.readString(output)));
  }

  /** By its own account, which leaves out the time that it takes to connect. */
  private static double perSecond(String output) throws IOException {
    Matcher found = RATE.matcher(output);
    if (!found.find()) {
      throw new IOException("pgbench says no tps: " + output);
    }
    return Double.parseDouble(found.group(1));
  }

  private List<String> command(Duration time, int callers) {
    int clients = Math.min(callers, MAX_CLIENTS);
    return List.of(
        PROGRAM,
        "--no-vacuum",
        "--protocol=prepared",
        "--file=script.sql",
        "--log",
        "--log-prefix=latencies",
        "--define=beginning=" + "b".repeat(BEGINNING),
        "--define=ending=" + "e".repeat(ENDING),
        "--client=" + clients,
        "--jobs=" + Math.min(clients, MAX_THREADS),
        "--time=" + Math.max(1, time.toSeconds()),
        "--host=" + database.host(),
        "--port=" + database.port(),
        "--username=" + database.user(),
        database.database());
  }

  /** Each line of a log is a client, its transaction's number, microseconds, and more. */
  private Answers answers(double perSecond) throws IOException {
    var latencies = new Histogram(LONGEST_MICROS, DIGITS);
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "latencies.*")) {
      for (Path log : logs) {
        try (Stream<String> lines = Files.lines(log)) {
          lines.forEach(line -> latencies.recordValue(Long.parseLong(line.split(" ", 4)[2])));
        }
        Files.delete(log);
      }
    }
    return new Answers(
        latencies.getTotalCount(),
        latencies.getTotalCount() / perSecond,
        latencies.getValueAtPercentile(50),
        latencies.getValueAtPercentile(99));
  }
}
