package dev.runnel.database;

import io.vertx.pgclient.PgConnectOptions;

/** A database that routers remember in. */
interface Database extends AutoCloseable {

  /**
   * Makes it ready and says how to connect. Blocks, the first time for seconds, and may be called
   * again after it has failed.
   */
  PgConnectOptions ready();

  @Override
  void close();
}
