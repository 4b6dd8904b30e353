package dev.runnel.postgres;

import org.flywaydb.core.Flyway;

/** The tables: brought up to date, over JDBC, before anything else is asked. */
public final class Schema {

  private static final String MIGRATIONS = "classpath:db/migration/runnel";

  private Schema() {}

  /**
   * Brings the tables up to date. Blocks, and does nothing where they are. Routers that start at
   * the same time wait for each other.
   *
   * @param url of JDBC
   */
  public static void migrate(String url, String user, String password) {
    Flyway.configure(Schema.class.getClassLoader())
        .dataSource(url, user, password)
        .locations(MIGRATIONS)
        .table("runnel_schema")
        .load()
        .migrate();
  }
}
