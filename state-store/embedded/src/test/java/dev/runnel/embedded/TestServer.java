package dev.runnel.embedded;

import java.nio.file.Path;

/** The server that the tests of a module share; its data goes with the module's build folder. */
public final class TestServer implements AutoCloseable {

  private final EmbeddedDatabase database =
      EmbeddedDatabase.open(Path.of("target", "test-database"));

  /** How to connect to it, as a user who can make databases. */
  public DatabaseAccess access() {
    return database.access();
  }

  /** Ends the server. */
  @Override
  public void close() {
    database.stop(Shutdown.FAST);
  }
}
