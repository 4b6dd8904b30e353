package dev.runnel.database;

import dev.runnel.embedded.DatabaseAccess;
import dev.runnel.embedded.EmbeddedDatabase;
import dev.runnel.postgres.Schema;
import io.quarkus.logging.Log;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database in the data's folder: a server beside this process, which may be there already, and
 * which outlives it for a while.
 */
final class OwnDatabase implements Database {

  /** A file of this name, beside the database, asks that it be forgotten, once. */
  private static final String FORGET = "forget";

  private final Path folder;
  private @Nullable EmbeddedDatabase server;

  /**
   * @param home the folder that holds what this machine remembers
   */
  OwnDatabase(Path home) {
    this.folder = home.resolve("database");
  }

  @Override
  public synchronized PgConnectOptions ready() {
    EmbeddedDatabase opened = server == null ? open() : server;
    server = opened;
    DatabaseAccess access = opened.access();
    return new PgConnectOptions()
        .setHost(access.host())
        .setPort(access.port())
        .setDatabase(access.database())
        .setUser(access.user())
        .setPassword(access.password());
  }

  private EmbeddedDatabase open() {
    forgetWhereAsked();
    if (!Files.exists(folder)) {
      Log.infof("Making a database in %s", folder);
    }
    EmbeddedDatabase opened = EmbeddedDatabase.open(folder);
    DatabaseAccess access = opened.access();
    Schema.migrate(access.jdbcUrl(), access.user(), access.password());
    return opened;
  }

  private void forgetWhereAsked() {
    Path wish = folder.resolveSibling(FORGET);
    try {
      if (Files.exists(wish)) {
        EmbeddedDatabase.forget(folder);
        Files.delete(wish);
        Log.infof("What was in %s is forgotten, as asked for", folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
      server = null;
    }
  }
}
