package dev.runnel.faults.fault;

import dev.runnel.faults.ledger.Window;
import dev.runnel.faults.platform.Platform;
import java.time.Instant;

/** The router is told to end (SIGTERM), does so within its time, and is started again. */
public record RouterEnded(Platform platform) implements Fault {

  @Override
  public void inject() throws InterruptedException {
    platform.router().end();
  }

  @Override
  public void heal() {
    platform.router().start();
  }

  @Override
  public boolean answersAll() {
    return true;
  }

  /** It hands over its runs with everything written, and with no call under way. */
  @Override
  public Window window(Instant injected, Instant accepted) {
    return Window.NONE;
  }
}
