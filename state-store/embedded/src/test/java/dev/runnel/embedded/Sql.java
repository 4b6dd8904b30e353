package dev.runnel.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;

/** One statement over a connection of its own. */
final class Sql {

  private Sql() {}

  /** The first value of the first row, or "" where there is none. */
  static String query(DatabaseAccess access, String statement) {
    try (var connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        var prepared = connection.prepareStatement(statement);
        var rows = prepared.executeQuery()) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  static void execute(DatabaseAccess access, String statement) {
    try (var connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        var prepared = connection.prepareStatement(statement)) {
      prepared.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }
}
