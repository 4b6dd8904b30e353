package dev.runnel.postgres.group;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/** Where groups are written, and within which bounds. */
public record Destination(Vertx vertx, Pool pool, CommitLimits limits) {

  /** The same, over so many connections. */
  public Destination withLanes(int lanes) {
    return new Destination(vertx, pool, limits.withLanes(lanes));
  }
}
