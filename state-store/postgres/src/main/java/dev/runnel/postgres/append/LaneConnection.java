package dev.runnel.postgres.append;

import io.vertx.core.Future;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection that is set up for the group statement, and for nothing else. */
final class LaneConnection {

  /**
   * The statement's plan is made once, when its tables may be empty; it is to be right when they
   * are not: look up each row by its index.
   */
  private static final String SETTINGS =
      """
      set enable_nestloop = off; set enable_mergejoin = off; set enable_seqscan = off; set jit = off;
      set plan_cache_mode = force_generic_plan; set statement_timeout =\s""";

  private static final String DEFAULTS = "reset all";

  private final SqlConnection connection;
  private final PreparedStatement plain;

  /** For groups that take places or leave some; prepared with the first of them. */
  private @Nullable Future<PreparedStatement> placing;

  private Future<?> last = Future.succeededFuture();

  private LaneConnection(SqlConnection connection, PreparedStatement plain) {
    this.connection = connection;
    this.plain = plain;
  }

  static Future<LaneConnection> open(Store store) {
    String settings = SETTINGS + store.limits().patience().toMillis();
    return store.pool().getConnection().compose(fresh -> setUp(fresh, settings));
  }

  private static Future<LaneConnection> setUp(SqlConnection fresh, String settings) {
    // Whatever is under way fails by itself when the connection does.
    return fresh
        .exceptionHandler(why -> {})
        .query(settings)
        .execute()
        .compose(set -> fresh.prepare(GroupStatement.sql(false)))
        .map(statement -> new LaneConnection(fresh, statement))
        .onFailure(why -> fresh.close());
  }

  Future<GroupStatement.Written> write(long owner, List<Call> group) {
    Future<GroupStatement.Written> written =
        Placements.has(group)
            ? placing().compose(statement -> write(statement, owner, group, true))
            : write(plain, owner, group, false);
    last = written;
    return written;
  }

  private static Future<GroupStatement.Written> write(
      PreparedStatement statement, long owner, List<Call> group, boolean placing) {
    return statement
        .query()
        .execute(GroupStatement.parameters(owner, group, placing))
        .map(GroupStatement.Written::of);
  }

  private Future<PreparedStatement> placing() {
    if (placing == null || placing.failed()) {
      placing = connection.prepare(GroupStatement.sql(true));
    }
    return placing;
  }

  /** Gives it back, as it was, when what it is doing has ended. */
  void close() {
    last.onComplete(
        done -> connection.query(DEFAULTS).execute().onComplete(reset -> connection.close()));
  }
}
