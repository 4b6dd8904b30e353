package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.time.Duration;

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

  /** A JVM starts, on processors that it shares with those who send. */
  @Override
  public Duration allowance() {
    return Duration.ofSeconds(15);
  }
}
