package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** One of several routers is killed, and started again when others have its runs. */
public record OneKilled(Platform platform, int router) implements Fault {

  @Override
  public void inject() throws InterruptedException {
    platform.routers().get(router).kill();
  }

  @Override
  public OptionalInt victim() {
    return OptionalInt.of(router);
  }

  @Override
  public void heal() {
    platform.routers().get(router).start();
  }

  @Override
  public Window window(Instant injected, Instant accepted) {
    return Window.ofOwners(injected, accepted);
  }

  @Override
  public Duration allowance() {
    return Partition.HEALING;
  }
}
