package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.Retention.Terms;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;

/** Forgets plans of which routers have not spoken for long, and that no run uses. */
final class PlanSweep {

  /** A router says once in {@link StoredPlans#SURE} what it uses; this is far beyond that. */
  static final Duration LEAST_AGE = Duration.ofDays(1);

  private static final int PIECE = 100;

  /** What is still in use is looked at again only when it is as old once more. */
  private static final String SQL =
      """
      with old as materialized (
        select p.id,
          exists (select from run where tenant = p.tenant and plan = p.id)
            or exists (select from run_brief where tenant = p.tenant and plan = p.id) as used
        from plan p
        where p.tenant = $1 and p.seen_at < now() - make_interval(secs => $2)
        order by p.seen_at limit $3 for update skip locked),
      gone as (
        delete from plan where tenant = $1 and id in (select id from old where not used))
      update plan set seen_at = now()
      where tenant = $1 and id in (select id from old where used)
      """;

  private PlanSweep() {}

  static Future<?> of(SqlConnection own, Terms terms) {
    long age = Math.max(terms.compacted().toSeconds(), LEAST_AGE.toSeconds());
    return own.preparedQuery(SQL).execute(Tuple.of(TENANT, (double) age, PIECE));
  }
}
