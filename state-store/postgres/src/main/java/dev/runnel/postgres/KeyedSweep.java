package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.keyed.Counters;
import dev.runnel.journal.keyed.Leases;
import dev.runnel.postgres.keyed.Changes;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/**
 * Forgets what functions kept and what is of no use any more: values that have expired, leases that
 * nobody has held for long, operations that need not be known again, and the last groups of lanes
 * that are gone. Usage that it takes away is a share of its own.
 */
final class KeyedSweep {

  /** Bytes of the bodies that a piece deletes; a larger one is a piece by itself. */
  private static final long MOST_BYTES = 16 << 20;

  /** What was given back, by capability. */
  private static final String LESS =
      """
      less as (
        insert into usage_share as u (tenant, kind, capability, share, amount, bytes)
        select $1, '%s', capability, $2, -count(*), -sum(size) from gone group by capability
        on conflict (tenant, kind, capability, share)
        do update set amount = u.amount + excluded.amount, bytes = u.bytes + excluded.bytes)
      """;

  private static final String FULL = "select count(*) = $3::bigint from gone";

  private static final String ENTRIES =
      """
      with old as materialized (
        select ctid as place, octet_length(body) as size, expires_at from entry
        where tenant = $1 and expires_at < now()
        order by expires_at limit $3::bigint for update skip locked),
      chosen as (
        select place, coalesce(sum(size) over (
            order by expires_at, place rows between unbounded preceding and 1 preceding), 0) as before
        from old),
      gone as (
        delete from entry where ctid = any (array(select place from chosen where before < $4::bigint))
        returning capability, octet_length(body) as size),
      """
          + LESS.formatted("entry")
          + "select count(*) = $3::bigint or count(*) > (select count(*) from gone) from old";

  private static final String LEASES =
      """
      with gone as (
        delete from lease where ctid = any (array(
          select ctid from lease where tenant = $1 and held_until < now() - make_interval(secs => $4)
          limit $3::bigint for update skip locked))
        returning capability, 0 as size),
      """
          + LESS.formatted("lease")
          + FULL;

  private static final String OPERATIONS =
      """
      with gone as (
        delete from counted where ctid = any (array(
          select old.place from (
            select distinct capability from usage_share where tenant = $1 and kind = 'operation') k,
          lateral (
            select ctid as place from counted
            where tenant = $1 and capability = k.capability
              and at < now() - make_interval(secs => $4)
            order by at limit $3::bigint for update skip locked) old
          limit $3::bigint))
        returning capability, 0 as size),
      """
          + LESS.formatted("operation")
          + FULL;

  /** A lane that writes nothing for so long, and then does, is known anew. */
  private static final String LANES =
      "delete from lane where tenant = $1 and seen_at < now() - interval '1 day'";

  private KeyedSweep() {}

  /** Whether there may be more. */
  static Future<Boolean> of(SqlConnection own) {
    return own.preparedQuery(LANES)
        .execute(Tuple.of(TENANT))
        .compose(done -> piece(own, ENTRIES, MOST_BYTES))
        .compose(entries -> and(entries, own, LEASES, (double) Leases.MEMORY.toSeconds()))
        .compose(more -> and(more, own, OPERATIONS, (double) Counters.MEMORY.toSeconds()));
  }

  private static Future<Boolean> and(boolean more, SqlConnection own, String sql, double seconds) {
    return piece(own, sql, seconds).map(further -> more || further);
  }

  private static Future<Boolean> piece(SqlConnection own, String sql, Number bound) {
    return own.preparedQuery(sql)
        .execute(Tuple.of(TENANT, Changes.SHARES, PostgresRetention.PIECE, bound))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }
}
