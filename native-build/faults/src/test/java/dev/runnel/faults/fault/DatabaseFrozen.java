package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;

/** PostgreSQL stands still, with all connections open. */
public record DatabaseFrozen(Platform platform, Duration lasts) implements Fault {

  @Override
  public void inject() throws IOException, InterruptedException {
    platform.database().freeze();
  }

  @Override
  public void heal() throws IOException, InterruptedException {
    platform.database().thaw();
  }
}
