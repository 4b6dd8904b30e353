package dev.runnel.postgres;

import dev.runnel.embedded.DatabaseAccess;
import dev.runnel.embedded.EmbeddedDatabase;
import dev.runnel.embedded.Shutdown;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the tests' own, with the journal's tables. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedDatabase server;

  /** The server, adopted once more: for tests that restart it. */
  static EmbeddedDatabase open() {
    return EmbeddedDatabase.open(Path.of("target", "test-database"));
  }

  @Override
  public Map<String, String> start() {
    server = open();
    DatabaseAccess access = server.access();
    Schema.migrate(access.jdbcUrl(), access.user(), access.password());
    return Map.of(
        "quarkus.datasource.reactive.url", access.url(),
        "quarkus.datasource.username", access.user(),
        "quarkus.datasource.password", access.password());
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(Shutdown.FAST);
    }
  }
}
