package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A stranger has locked one of the journal's tables, so that nobody reads or writes it. */
public final class TableLocked implements Fault {

  private final Platform platform;
  private final String table;
  private final Duration lasts;
  private @Nullable Connection stranger;

  public TableLocked(Platform platform, String table, Duration lasts) {
    this.platform = platform;
    this.table = table;
    this.lasts = lasts;
  }

  @Override
  public void inject() throws IOException, SQLException {
    Connection session = platform.database().session();
    stranger = session;
    session.setAutoCommit(false);
    try (var lock = session.createStatement()) {
      lock.execute("lock table %s in access exclusive mode".formatted(table));
    }
  }

  @Override
  public Duration lasts() {
    return lasts;
  }

  @Override
  public void heal() throws SQLException {
    if (stranger != null) {
      stranger.close();
    }
  }
}
