package dev.runnel.postgres.append;

import io.vertx.core.Future;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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
  private final PreparedStatement statement;

  /** Made when it is first needed. */
  private @Nullable Future<PreparedStatement> withLetters;

  private Future<?> last = Future.succeededFuture();
  private volatile boolean over;

  private LaneConnection(SqlConnection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
    connection.closeHandler(closed -> over = true);
  }

  /** Whether the database, or what lies between, has ended it. */
  boolean isOver() {
    return over;
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
        .compose(set -> fresh.prepare(GroupStatement.SQL))
        .map(statement -> new LaneConnection(fresh, statement))
        .onFailure(why -> fresh.close());
  }

  Future<GroupStatement.Written> write(long owner, List<Call> group) {
    Future<GroupStatement.Written> written = rows(owner, group).map(GroupStatement.Written::of);
    last = written;
    return written;
  }

  private Future<RowSet<Row>> rows(long owner, List<Call> group) {
    return LetterChanges.areIn(group)
        ? withLetters()
            .compose(
                with -> with.query().execute(GroupStatement.parametersWithLetters(owner, group)))
        : statement.query().execute(GroupStatement.parameters(owner, group));
  }

  private Future<PreparedStatement> withLetters() {
    if (withLetters == null) {
      withLetters = connection.prepare(GroupStatement.SQL_WITH_LETTERS);
    }
    return withLetters;
  }

  /**
   * Gives it back, as it was, when what it is doing has ended. Without its statements: a connection
   * that comes and goes, while the database takes no writes, would gather some each time.
   */
  void close() {
    last.eventually(() -> statement.close())
        .eventually(() -> closeWithLetters())
        .eventually(() -> connection.query(DEFAULTS).execute())
        .onComplete(reset -> connection.close());
  }

  private Future<Void> closeWithLetters() {
    return withLetters == null
        ? Future.succeededFuture()
        : withLetters.compose(PreparedStatement::close);
  }
}
