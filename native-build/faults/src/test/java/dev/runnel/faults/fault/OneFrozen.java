package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** One of several routers stands still for longer than its lease, and goes on. */
public record OneFrozen(Platform platform, int router, Duration lasts) implements Fault {

  @Override
  public void inject() throws InterruptedException {
    platform.routers().get(router).freeze();
  }

  @Override
  public OptionalInt victim() {
    return OptionalInt.of(router);
  }

  @Override
  public void heal() throws InterruptedException {
    platform.routers().get(router).thaw();
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
