package dev.runnel.postgres;

import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.KeyedState;
import dev.runnel.journal.keyed.KeyedWorld;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.postgres.group.CommitLimits;
import dev.runnel.postgres.group.Destination;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;

/** What functions keep in PostgreSQL, as one router has it. */
final class PostgresWorld implements KeyedWorld {

  private final Tables tables;
  private final PostgresKeyedState state;
  private final PostgresLeases leases;
  private final PostgresCounters counters;

  PostgresWorld(
      Tables tables, Vertx vertx, Pool pool, Mutiny.SessionFactory factory, KeyedLimits limits) {
    this.tables = tables;
    var destination = new Destination(vertx, pool, CommitLimits.DEFAULTS.withLanes(2));
    state = new PostgresKeyedState(destination, factory, limits);
    leases = new PostgresLeases(destination, factory, limits);
    counters = new PostgresCounters(destination, factory, limits);
  }

  @Override
  public KeyedState state() {
    return state;
  }

  @Override
  public Leases leases() {
    return leases;
  }

  @Override
  public Counters counters() {
    return counters;
  }

  /** The database's clock cannot be moved; all times are. */
  @Override
  public void pass(Duration time) {
    tables.sql(
        """
        update entry set expires_at = expires_at - interval '%1$d seconds';
        update lease set held_until = held_until - interval '%1$d seconds';
        update counted set at = at - interval '%1$d seconds'
        """
            .formatted(time.toSeconds()));
  }

  void close() {
    state.close();
    leases.close();
    counters.close();
  }
}
