package dev.runnel.postgres.append;

import dev.runnel.journal.Membership;
import dev.runnel.postgres.group.Destination;
import io.vertx.sqlclient.Pool;
import java.time.Duration;

/**
 * Where and as whom is written.
 *
 * @param member the router whose runs these are
 * @param duplicates how long an event is known again
 */
public record Store(Destination destination, Membership member, Duration duplicates) {

  Pool pool() {
    return destination.pool();
  }
}
