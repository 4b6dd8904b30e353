package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import dev.runnel.faults.platform.Tmpfs;
import java.io.IOException;
import java.time.Duration;

/** The disk that PostgreSQL writes to is full for a while. */
public record DiskFull(Platform platform, Tmpfs disk) implements Fault {

  @Override
  public void inject() throws IOException {
    disk.fill();
  }

  @Override
  public Duration lasts() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void heal() throws IOException {
    disk.free();
    platform.database().awaitAnswer();
  }
}
