package dev.runnel.postgres.append;

import dev.runnel.journal.Membership;
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
    Vertx vertx, Pool pool, Membership member, CommitLimits limits, Duration duplicates) {}
