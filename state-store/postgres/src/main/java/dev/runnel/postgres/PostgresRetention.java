package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.Retention;
import dev.runnel.journal.RunBrief;
import dev.runnel.journal.RunQuery.Cursor;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/**
 * Forgets runs in PostgreSQL, by its clock. A piece is one short transaction over rows that nobody
 * writes any more; of several routers one does it at a time. Before a pass looks at runs, plans
 * that no run uses go. What functions kept and is of no use any more goes with each piece.
 */
record PostgresRetention(StoredRuns runs, Compaction compaction, Pool pool) implements Retention {

  /** Runs that one piece looks at, and as many briefs that it deletes. */
  static final int PIECE = 500;

  /** The number of the lock that whoever forgets has; it says nothing. */
  static final long LOCK = 7_230_411_582L;

  /** Lock and timeout end with the transaction. */
  private static final String ALONE =
      """
      select set_config('statement_timeout', '5000', true) is not null
        and pg_try_advisory_xact_lock(%d)
      """
          .formatted(LOCK);

  private static final String DELETE =
      """
      delete from run_brief where ctid = any (array(
        select ctid from run_brief
        where tenant = $1 and ended_at < now() - make_interval(secs => $2)
        order by ended_at limit $3 for update skip locked))
      """;

  private static final Sweep NOTHING = new Sweep(0, 0, Optional.empty());
  private static final Cursor START = new Cursor(Instant.EPOCH, "");

  @Override
  public Uni<Sweep> sweep(Terms terms, Optional<Cursor> after) {
    return UniHelper.toUni(pool.withTransaction(own -> alone(own, terms, after)))
        .onFailure()
        .transform(why -> new JournalUnavailable("the database did not forget runs", why));
  }

  private Future<Sweep> alone(SqlConnection own, Terms terms, Optional<Cursor> after) {
    return own.query(ALONE)
        .execute()
        .compose(
            rows ->
                rows.iterator().next().getBoolean(0)
                    ? piece(own, terms, after)
                    : Future.succeededFuture(NOTHING));
  }

  private Future<Sweep> piece(SqlConnection own, Terms terms, Optional<Cursor> after) {
    Future<?> plans = after.isEmpty() ? PlanSweep.of(own, terms) : Future.succeededFuture();
    return plans
        .compose(done -> KeyedSweep.of(own))
        .compose(more -> runs(own, terms, after.orElse(START), more));
  }

  /**
   * The part of a piece that is about runs.
   *
   * @param others whether there may be more of other things
   */
  private Future<Sweep> runs(SqlConnection own, Terms terms, Cursor after, boolean others) {
    return compaction
        .piece(own, terms, after)
        .compose(piece -> delete(own, terms).map(deleted -> sweep(piece, deleted, others)));
  }

  private static Future<Integer> delete(SqlConnection own, Terms terms) {
    Tuple parameters = Tuple.of(TENANT, (double) terms.compacted().toSeconds(), PIECE);
    return own.preparedQuery(DELETE).execute(parameters).map(SqlResult::rowCount);
  }

  private static Sweep sweep(Compaction.Piece piece, int deleted, boolean others) {
    boolean more = others || piece.more() || deleted == PIECE;
    return new Sweep(piece.runs(), deleted, more ? Optional.of(piece.last()) : Optional.empty());
  }

  @Override
  public Uni<Optional<RunBrief>> compacted(String run) {
    return runs.compacted(run);
  }
}
