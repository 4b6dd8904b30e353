package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.time.Duration;

/** The router stands still for longer than its lease, as in a long pause of its machine. */
public record RouterFrozen(Platform platform) implements Fault {

  @Override
  public void inject() throws InterruptedException {
    platform.router().freeze();
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(6);
  }

  @Override
  public void heal() throws InterruptedException {
    platform.router().thaw();
  }
}
