package dev.runnel.faults;

import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Which routers own the runs that go on, as the database has it. */
record Owners(Connection database) implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String EPOCH = "select epoch from router where name = ?";
  private static final String OPEN = "select count(*) from open_run where owner = ?";

  /** How many routers live; none, where runs go on whose owner does not. */
  private static final String WHOLE =
      """
      select count(*) from router where expires_at > now() and not exists (
        select from open_run where owner not in (
          select epoch from router where expires_at > now()))
      """;

  static Owners of(Platform platform) throws IOException, SQLException {
    return new Owners(platform.database().session());
  }

  /** The epoch of the life that a router is in. */
  long epoch(String router) throws SQLException {
    try (PreparedStatement asked = database.prepareStatement(EPOCH)) {
      asked.setString(1, router);
      return number(asked);
    }
  }

  /** How many runs a life owns. */
  long open(long epoch) throws SQLException {
    try (PreparedStatement asked = database.prepareStatement(OPEN)) {
      asked.setLong(1, epoch);
      return number(asked);
    }
  }

  /** Returns when others have all runs of a life. */
  void awaitTakeover(long epoch) {
    Patience.until("the runs of epoch " + epoch + " are others'", LONGEST, () -> open(epoch) == 0);
  }

  /** Returns when so many routers live, and own all runs that go on. */
  void awaitWhole(int routers) {
    Patience.until(routers + " routers own all runs", LONGEST, () -> whole() == routers);
  }

  private long whole() throws SQLException {
    try (PreparedStatement asked = database.prepareStatement(WHOLE)) {
      return number(asked);
    }
  }

  private static long number(PreparedStatement asked) throws SQLException {
    try (ResultSet rows = asked.executeQuery()) {
      if (!rows.next()) {
        throw new SQLException("the database has no such row");
      }
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
