package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.platform.Platform;
import java.time.Duration;
import java.time.Instant;

/** The functions stand still, with all connections open. */
public record FunctionsFrozen(Platform platform) implements Fault {

  @Override
  public void inject() throws InterruptedException {
    platform.functions().freeze();
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void heal() throws InterruptedException {
    platform.functions().thaw();
  }

  @Override
  public Window window(Instant injected, Instant accepted) {
    return Window.ofCalls(injected, accepted);
  }
}
