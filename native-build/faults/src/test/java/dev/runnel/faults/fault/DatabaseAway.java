package dev.runnel.faults.fault;

import dev.runnel.faults.platform.Platform;
import java.io.IOException;

/** PostgreSQL is killed again and again, as soon as it answers. */
public record DatabaseAway(Platform platform, int times) implements Fault {

  @Override
  public void inject() throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      platform.database().kill();
      platform.database().awaitAnswer();
    }
  }
}
