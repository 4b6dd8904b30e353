package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.io.IOException;
import java.time.Duration;

/**
 * The router and its database are killed at the same time, as in a loss of power, and the router is
 * started again.
 */
public record EverythingKilled(Platform platform) implements Fault {

  @Override
  public void inject() throws IOException, InterruptedException {
    platform.database().kill();
    platform.router().kill();
  }

  @Override
  public void heal() {
    platform.router().start();
  }

  /** From nothing: it starts its database, too. */
  @Override
  public Duration allowance() {
    return Duration.ofSeconds(15);
  }
}
