package dev.runnel.server;

import java.time.Instant;
import java.time.InstantSource;

/** Time that only passes, whatever is done to the machine's clock. It is nobody's time of day. */
public final class SteadyTime implements InstantSource {

  private final long zero = System.nanoTime();

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - zero);
  }
}
