package dev.runnel.postgres.append;

import dev.runnel.journal.Membership;
import dev.runnel.postgres.group.CommitLimits;
import dev.runnel.postgres.group.Destination;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;

/**
 * Where and as whom is written.
 *
 * @param member the router whose runs these are
 * @param duplicates how long an event is known again
 */
public record Store(
    Vertx vertx, Pool pool, Membership member, CommitLimits limits, Duration duplicates) {

  Destination destination() {
    return new Destination(vertx, pool, limits);
  }
}
