package dev.runnel.postgres.append;

import static dev.runnel.postgres.stored.Columns.TENANT;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Goes on with a run that was over: opens it and appends to it, in one transaction. */
final class Reopening {

  private static final String LOCK = "select from run where tenant = $1 and id = $2 for update";
  private static final String FORGET_END =
      "update run set state = null, ended_at = null where tenant = $1 and id = $2 and state is not null";
  private static final String FORGET_LATER_END =
      "update run_record set state = null, ended_at = null where tenant = $1 and run = $2 and state is not null";
  private static final String OPEN =
      """
      insert into open_run (tenant, owner, run, version)
      select $1, $2, $3, $4 where not exists (select from open_run where tenant = $1 and run = $3)
      """;

  private final Store store;

  Reopening(Store store) {
    this.store = store;
  }

  /** Fails with {@link IllegalStateException} where somebody was faster. */
  Future<Void> write(Call call, Appending appending) {
    return store
        .pool()
        .withTransaction(
            connection ->
                Placements.lock(connection, call)
                    .compose(locked -> open(connection, appending))
                    .compose(open -> append(connection, call, appending)));
  }

  private Future<?> open(SqlConnection connection, Appending appending) {
    Tuple run = Tuple.of(TENANT, appending.run());
    Tuple row = Tuple.of(TENANT, store.member().epoch(), appending.run(), appending.written());
    return connection
        .preparedQuery(LOCK)
        .execute(run)
        .compose(locked -> there(locked, appending))
        .compose(there -> connection.preparedQuery(FORGET_END).execute(run))
        .compose(forgot -> connection.preparedQuery(FORGET_LATER_END).execute(run))
        .compose(forgot -> connection.preparedQuery(OPEN).execute(row));
  }

  /** Fails where the run was compacted while somebody wanted to go on with it. */
  private static Future<Void> there(RowSet<Row> locked, Appending appending) {
    return locked.size() > 0
        ? Future.succeededFuture()
        : Future.failedFuture(
            new IllegalStateException("run %s was compacted".formatted(appending.run())));
  }

  private Future<Void> append(SqlConnection connection, Call call, Appending appending) {
    return connection
        .preparedQuery(Shape.WHOLE.sql())
        .execute(GroupStatement.parameters(Shape.WHOLE, store.member().epoch(), List.of(call)))
        .map(GroupStatement.Written::of)
        .compose(
            written ->
                written.has(appending)
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new IllegalStateException(
                            "run %s went on in other hands".formatted(appending.run()))));
  }
}
