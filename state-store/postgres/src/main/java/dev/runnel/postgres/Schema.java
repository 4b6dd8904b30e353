package dev.runnel.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** The tables: brought up to date, over JDBC, before anything else is asked. */
public final class Schema {

  private static final String MIGRATIONS = "classpath:db/migration/runnel";

  /** How many there are, numbered from 1. */
  static final int NEWEST = 7;

  private static final String IS_NEWEST =
      """
      select count(*) = ? and bool_and(success) and max(version) = ?
      from runnel_schema where version is not null
      """;

  private Schema() {}

  /**
   * Brings the tables up to date. Blocks, and does nothing where they are. Routers that start at
   * the same time wait for each other.
   *
   * @param url of JDBC
   */
  public static void migrate(String url, String user, String password) {
    if (!isNewest(url, user, password)) {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(url, user, password)
          .locations(MIGRATIONS)
          .table("runnel_schema")
          .load()
          .migrate();
    }
  }

  /** Asked first, since to load Flyway takes a good part of what a start may take. */
  private static boolean isNewest(String url, String user, String password) {
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.prepareStatement(IS_NEWEST)) {
      statement.setInt(1, NEWEST);
      statement.setString(2, Integer.toString(NEWEST));
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    } catch (SQLException unknown) {
      // No table yet, or no database: Flyway makes the one, and says what is wrong with the other.
      return false;
    }
  }
}
