package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.platform.Platform;
import java.time.Duration;
import java.time.Instant;

/** The functions are killed in the middle of their calls, and come back. */
public record FunctionsKilled(Platform platform) implements Fault {

  @Override
  public void inject() throws InterruptedException {
    platform.functions().kill();
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void heal() {
    platform.functions().start();
  }

  @Override
  public Window window(Instant injected, Instant accepted) {
    return Window.ofCalls(injected, accepted);
  }
}
