package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** One of several routers does not reach the database any more, and everybody else as before. */
public record DatabaseCutOff(Platform platform, int router, Duration lasts) implements Fault {

  @Override
  public void inject() {
    platform.network().cutFromDatabase(router);
  }

  @Override
  public OptionalInt victim() {
    return Partition.victim(router, lasts);
  }

  @Override
  public void heal() {
    platform.network().joinToDatabase(router);
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
