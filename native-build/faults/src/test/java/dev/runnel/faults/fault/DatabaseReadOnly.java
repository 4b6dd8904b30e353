package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** PostgreSQL takes no writes, as after a failover to a copy. */
public record DatabaseReadOnly(Platform platform) implements Fault {

  @Override
  public void inject() throws IOException, SQLException {
    platform.database().run("alter database runnel set default_transaction_read_only = on");
    new BackendsTerminated(platform).inject();
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void heal() throws IOException, SQLException {
    platform.database().run("alter database runnel reset default_transaction_read_only");
    new BackendsTerminated(platform).inject();
  }
}
