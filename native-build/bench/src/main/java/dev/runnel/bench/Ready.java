package dev.runnel.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Waits until a server does what it is for. */
final class Ready {

  private static final long PAUSE_MILLIS = 500;

  private Ready() {}

  /** Something that a server which is ready passes. */
  interface Trial {

    /** Whether it has passed; a connection that breaks means that it has not. */
    boolean passes() throws IOException, InterruptedException;
  }

  /** Tries so often, twice a second. */
  static void when(String who, int tries, Trial trial) throws IOException, InterruptedException {
    for (int tried = 0; tried < tries; tried++) {
      if (passes(trial)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    throw new IOException("%s listens, but did not become ready in %d tries".formatted(who, tries));
  }

  private static boolean passes(Trial trial) throws InterruptedException {
    try {
      return trial.passes();
    } catch (IOException notYet) {
      return false;
    }
  }
}
