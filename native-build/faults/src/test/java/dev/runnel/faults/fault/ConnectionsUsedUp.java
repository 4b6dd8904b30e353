package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Database;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Strangers have taken all of PostgreSQL's connections, the router's too. */
public final class ConnectionsUsedUp implements Fault {

  /** More than a server has. */
  private static final int MOST = 200;

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
  private final Deque<Connection> strangers = new ArrayDeque<>();

  public ConnectionsUsedUp(Platform platform) {
    this.platform = platform;
  }

  /** Returns when nobody else is left, and nobody else can come. */
  @Override
  public void inject() throws IOException, SQLException {
    strangers.add(platform.database().session());
    Patience.until("nobody else is connected", TAKING, () -> takeAll() && othersThatWent() == 0);
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

  private boolean takeAll() throws IOException, SQLException {
    while (strangers.size() < MOST) {
      try {
        strangers.add(platform.database().session());
      } catch (SQLException refused) {
        if (NONE_LEFT.equals(refused.getSQLState())) {
          return true;
        }
        throw refused;
      }
    }
    throw new AssertionError("a server with more than %d connections".formatted(MOST));
  }

  /** Ends the sessions of all others; how many those were. */
  private long othersThatWent() throws SQLException {
    try (var terminate = strangers.getFirst().createStatement();
        var rows = terminate.executeQuery(OTHERS)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
