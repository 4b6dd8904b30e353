package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;

/** The router is killed, and started again. */
public record RouterKilled(Platform platform) implements Fault {

  @Override
  public void inject() throws InterruptedException {
    platform.router().kill();
  }

  @Override
  public void heal() {
    platform.router().start();
  }
}
