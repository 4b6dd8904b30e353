package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.io.IOException;

/** PostgreSQL is killed; whoever uses it starts it again. */
public record DatabaseKilled(Platform platform) implements Fault {

  @Override
  public void inject() throws IOException, InterruptedException {
    platform.database().kill();
  }

  @Override
  public void heal() {
    platform.database().awaitAnswer();
  }
}
