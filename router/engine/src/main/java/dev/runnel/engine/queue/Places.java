package dev.runnel.engine.queue;

import java.time.Duration;
import java.time.Instant;

/** How many calls of a function are made at the same time. */
public final class Places implements Limit {

  private final int most;
  private int taken;

  public Places(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "a function with " + most + " calls at the same time; expected at least 1");
    }
    this.most = most;
  }

  @Override
  public Duration missing(Instant now) {
    return taken < most ? Duration.ZERO : UNTIL_ONE_ENDS;
  }

  @Override
  public void take(Instant now) {
    taken++;
  }

  @Override
  public void giveBack() {
    taken--;
  }
}
