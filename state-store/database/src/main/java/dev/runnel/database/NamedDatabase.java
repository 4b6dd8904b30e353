package dev.runnel.database;

import dev.runnel.postgres.Schema;
import io.vertx.pgclient.PgConnectOptions;

/** A database that somebody else runs. */
final class NamedDatabase implements Database {

  private final PgConnectOptions options;
  private boolean migrated;

  NamedDatabase(PgConnectOptions options) {
    this.options = options;
  }

  @Override
  public synchronized PgConnectOptions ready() {
    if (!migrated) {
      Schema.migrate(jdbcUrl(options), options.getUser(), options.getPassword());
      migrated = true;
    }
    return options;
  }

  /** The same place, as JDBC says it. */
  static String jdbcUrl(PgConnectOptions options) {
    String host = options.getHost();
    return "jdbc:postgresql://%s:%d/%s?sslmode=%s"
        .formatted(
            host.contains(":") ? "[" + host + "]" : host,
            options.getPort(),
            options.getDatabase(),
            options.getSslMode().value);
  }

  @Override
  public void close() {}
}
