package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.sql.SQLException;

/** An operator ends all sessions of the database. */
public record BackendsTerminated(Platform platform) implements Fault {

  @Override
  public void inject() throws IOException, SQLException {
    platform
        .database()
        .count(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
  }
}
