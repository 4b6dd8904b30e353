package dev.runnel.embedded;

/** Where a database is, and how to get in. */
public record DatabaseAccess(String host, int port, String database, String user, String password) {

  /** As JDBC drivers take it; user and password are not part of it. */
  public String jdbcUrl() {
    return "jdbc:" + url();
  }

  /** As reactive clients take it; user and password are not part of it. */
  public String url() {
    return "postgresql://%s:%d/%s".formatted(host, port, database);
  }

  /** The same server and user, another database. */
  public DatabaseAccess of(String otherDatabase) {
    return new DatabaseAccess(host, port, otherDatabase, user, password);
  }

  /** Without the password, which has no business in a log. */
  @Override
  public String toString() {
    return user + " at " + url();
  }
}
