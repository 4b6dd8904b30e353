package dev.runnel.postgres.group;

import io.vertx.core.Future;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/** A connection that is set up for statements that write groups, and for nothing else. */
public final class LaneConnection {

  private static final String DEFAULTS = "reset all";

  private final SqlConnection connection;

  /** Each is made when it is first needed. */
  private final Map<GroupSql, Future<PreparedStatement>> statements = new HashMap<>();

  private Future<?> last = Future.succeededFuture();
  private volatile boolean over;

  private LaneConnection(SqlConnection connection) {
    this.connection = connection;
    connection.closeHandler(closed -> over = true);
  }

  /**
   * A statement's plan is made once, when its tables may be empty; it is to be right when they are
   * not: look up each row by its index.
   */
  private static String settings(long timeoutMillis) {
    return """
        set enable_nestloop = off; set enable_mergejoin = off; set enable_seqscan = off;
        set jit = off; set plan_cache_mode = force_generic_plan; set statement_timeout = %d
        """
        .formatted(timeoutMillis);
  }

  /** Whether the database, or what lies between, has ended it. */
  boolean isOver() {
    return over;
  }

  static Future<LaneConnection> open(Destination destination) {
    String settings = settings(destination.limits().patience().toMillis());
    return destination.pool().getConnection().compose(fresh -> setUp(fresh, settings));
  }

  private static Future<LaneConnection> setUp(SqlConnection fresh, String settings) {
    // Whatever is under way fails by itself when the connection does.
    return fresh
        .exceptionHandler(why -> {})
        .query(settings)
        .execute()
        .map(set -> new LaneConnection(fresh))
        .onFailure(why -> fresh.close());
  }

  /** Runs a statement. Nothing else may be under way. */
  public Future<RowSet<Row>> execute(GroupSql statement, Tuple parameters) {
    Future<RowSet<Row>> rows =
        statements
            .computeIfAbsent(statement, it -> connection.prepare(it.sql()))
            .compose(it -> it.query().execute(parameters));
    last = rows;
    return rows;
  }

  /**
   * Gives it back, as it was, when what it is doing has ended. Without its statements: a connection
   * that comes and goes, while the database takes no writes, would gather some each time.
   */
  void close() {
    last.eventually(this::closeStatements)
        .eventually(() -> connection.query(DEFAULTS).execute())
        .onComplete(reset -> connection.close());
  }

  private Future<?> closeStatements() {
    return Future.join(
        statements.values().stream().map(it -> it.compose(PreparedStatement::close)).toList());
  }
}
