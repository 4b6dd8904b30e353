package dev.runnel.bench;

import java.nio.file.Path;

/**
 * What the durable benchmark starts. What is only compared with may be missing.
 *
 * @param router the router's jar as it is deployed
 * @param function the jar with the function
 * @param inOneJvm the jar with both, and a database
 * @param dbos where the process with DBOS Transact was built
 * @param restate where npm has put Restate
 */
record Installed(Path router, Path function, Path inOneJvm, Path dbos, Path restate) {

  /** As the command has said. */
  static Installed here() {
    return new Installed(
        path("router"), path("application"), path("one-jvm"), path("dbos"), path("restate"));
  }

  private static Path path(String name) {
    return Path.of(System.getProperty("runnel.bench." + name));
  }
}
