package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;

/** All connections to PostgreSQL are reset. */
public record ConnectionsReset(Platform platform) implements Fault {

  @Override
  public void inject() {
    platform.between().reset();
  }
}
