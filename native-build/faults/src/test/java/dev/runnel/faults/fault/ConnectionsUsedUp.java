package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Database;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Strangers have taken all of PostgreSQL's connections, the router's too. */
public final class ConnectionsUsedUp implements Fault {

  /** More than a server has. */
  private static final int MOST = 200;

  /** So many come at once, as many as the router's own that come back. */
  private static final int AT_ONCE = 16;

  /** PostgreSQL's {@code too_many_connections}. */
  private static final String NONE_LEFT = "53300";

  private static final Duration TAKING = Duration.ofSeconds(20);

  private static final String OTHERS =
      """
      select count(pg_terminate_backend(pid)) from pg_stat_activity
      where backend_type = 'client backend' and usename = current_user
        and application_name <> '%s'"""
          .formatted(Database.STRANGER);

  private final Platform platform;
  private final Queue<Connection> strangers = new ConcurrentLinkedQueue<>();
  private volatile boolean taking;

  public ConnectionsUsedUp(Platform platform) {
    this.platform = platform;
  }

  /** Returns when nobody else is left, and nobody else can come. */
  @Override
  public void inject() throws IOException, SQLException {
    Connection first = platform.database().session();
    strangers.add(first);
    taking = true;
    try (var takers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_ONCE; i++) {
        takers.execute(this::take);
      }
      try {
        Patience.until(
            "nobody else is connected", TAKING, () -> noneIsLeft() && othersThatWent(first) == 0);
      } finally {
        taking = false;
      }
    }
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void heal() throws SQLException {
    while (!strangers.isEmpty()) {
      strangers.remove().close();
    }
  }

  /** Takes each connection that comes free, before the router does. */
  private void take() {
    while (taking) {
      try {
        noneIsLeft();
      } catch (IOException | SQLException e) {
        // The server is busy with sending the others away.
        Patience.pause(Duration.ofMillis(1));
      }
    }
  }

  /** Takes one more, unless there is none. */
  private boolean noneIsLeft() throws IOException, SQLException {
    if (strangers.size() >= MOST) {
      throw new IllegalStateException("a server with more than %d connections".formatted(MOST));
    }
    try {
      strangers.add(platform.database().session());
      return false;
    } catch (SQLException refused) {
      if (NONE_LEFT.equals(refused.getSQLState())) {
        return true;
      }
      throw refused;
    }
  }

  /** Ends the sessions of all others; how many those were. */
  private static long othersThatWent(Connection stranger) throws SQLException {
    try (var terminate = stranger.createStatement();
        var rows = terminate.executeQuery(OTHERS)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
