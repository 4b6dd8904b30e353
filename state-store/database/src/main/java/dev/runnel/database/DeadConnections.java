package dev.runnel.database;

import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * When each end of a connection gives it up that is dead without anybody saying so, as after the
 * network between them was cut: long before TCP does by itself, which takes a quarter of an hour or
 * two. Until then the router would wait for answers, and PostgreSQL would hold locks and places.
 */
final class DeadConnections {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  /**
   * What the router has sent is received by then, or never; less than a router's lease. Only Linux
   * can tell; elsewhere, {@link #SILENCE} has to do.
   */
  private static final Duration UNRECEIVED = Duration.ofSeconds(4);

  /**
   * Nothing was sent or heard: longer than any statement takes. A connection that nobody uses is
   * closed, too, before PostgreSQL has given it up.
   */
  private static final Duration SILENCE = Duration.ofSeconds(12);

  /**
   * What PostgreSQL is told when a connection begins. What it has sent is received within 8 s;
   * where it has nothing to send, it asks after 4 s of silence and every 2 s, and has an answer
   * within 8 s of the last one. Nobody waits for a statement longer than its time. A transaction in
   * which nothing is said ends, with its locks, before the lease does of a router that was cut off
   * in its middle. As PostgreSQL shows them: ms, s, s, and a number.
   */
  static final Map<String, String> SESSION =
      Map.of(
          "tcp_user_timeout", "8000",
          "tcp_keepalives_idle", "4",
          "tcp_keepalives_interval", "2",
          "tcp_keepalives_count", "3",
          "statement_timeout", "10s",
          "idle_in_transaction_session_timeout", "3s");

  private DeadConnections() {}

  /** The same place, with connections that end in time. */
  static PgConnectOptions bounded(PgConnectOptions options) {
    var bounded = new PgConnectOptions(options);
    bounded.setConnectTimeout(millis(CONNECT));
    bounded.setTcpUserTimeout(millis(UNRECEIVED));
    bounded.setIdleTimeout(millis(SILENCE)).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    SESSION.forEach(bounded::addProperty);
    return bounded;
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }
}
