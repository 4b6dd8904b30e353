package dev.runnel.bench;

import dev.runnel.embedded.DatabaseAccess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process with DBOS Transact and its callers in it. */
final class Dbos implements AutoCloseable {

  private final CallerProcess process;

  private Dbos(CallerProcess process) {
    this.process = process;
  }

  /** Whether it has been built, and what it needs fetched. */
  static boolean isBuilt(Path built) {
    return Files.isDirectory(built.resolve("lib")) && Files.isDirectory(built.resolve("classes"));
  }

  /** Starts it, as it comes, on this database. */
  static Dbos start(Path built, DatabaseAccess database) throws IOException {
    var process =
        CallerProcess.start(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms512m",
                "-Xmx512m",
                "-cp",
                built.resolve("classes") + File.pathSeparator + built.resolve("lib") + "/*",
                "dev.runnel.dbos.DbosCalls"),
            Map.of(
                "BENCH_JDBC_URL", database.jdbcUrl(),
                "BENCH_USER", database.user(),
                "BENCH_PASSWORD", database.password()));
    process.untilReady();
    return new Dbos(process);
  }

  /** Calls of one of the workflows. */
  Calling workflow(String name) {
    return (time, callers) ->
        Answers.read(process.order("%s %d %d".formatted(name, callers, time.toMillis())));
  }

  Metered process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
