package dev.runnel.faults.fault;

import dev.runnel.embedded.Shutdown;
import dev.runnel.faults.platform.Platform;

/** PostgreSQL is stopped and started again, as an operator does. */
public record DatabaseRestarted(Platform platform, Shutdown how) implements Fault {

  @Override
  public void inject() {
    platform.database().restart(how);
  }

  @Override
  public void heal() {
    platform.database().awaitAnswer();
  }
}
