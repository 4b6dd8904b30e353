package dev.runnel.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * An empty database for each test class, on a server that all classes of a run share. Register it
 * as a static field with {@code @RegisterExtension}. It needs PostgreSQL's JDBC driver on the class
 * path of the tests.
 */
public final class FreshDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final Namespace SHARED = Namespace.create(FreshDatabase.class);
  private static final int LONGEST_NAME = 40;

  private @Nullable DatabaseAccess access;

  /** How to connect to it. */
  public DatabaseAccess access() {
    if (access == null) {
      throw new IllegalStateException("the database is there from @BeforeAll on");
    }
    return access;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    TestServer server =
        context
            .getRoot()
            .getStore(SHARED)
            .computeIfAbsent(TestServer.class, type -> new TestServer(), TestServer.class);
    String name = name(context.getRequiredTestClass());
    run(server.access(), "CREATE DATABASE " + name);
    access = server.access().of(name);
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    if (access != null) {
      DatabaseAccess server = access.of(access.user());
      run(server, "DROP DATABASE " + access.database() + " WITH (FORCE)");
      access = null;
    }
  }

  private static String name(Class<?> test) {
    String letters = test.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return "%s_%08x"
        .formatted(
            letters.substring(0, Math.min(letters.length(), LONGEST_NAME)),
            ThreadLocalRandom.current().nextInt());
  }

  private static void run(DatabaseAccess server, String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var prepared = connection.prepareStatement(statement)) {
      prepared.execute();
    }
  }
}
