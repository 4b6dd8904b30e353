package dev.runnel.postgres.append;

import dev.runnel.journal.Membership;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/**
 * Where and as whom is written.
 *
 * @param member the router whose runs these are
 */
record Store(Vertx vertx, Pool pool, Membership member, CommitLimits limits) {}
