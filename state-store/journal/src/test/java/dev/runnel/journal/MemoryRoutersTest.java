package dev.runnel.journal;

import java.time.Instant;

/** Routers over a journal in memory, by a clock that the test moves. */
class MemoryRoutersTest extends RoutersContract {

  private Instant now = ToldRun.BEGIN;

  @Override
  protected Routers routers() {
    return new MemoryRouters(new MemoryJournal(1_000, Long.MAX_VALUE), () -> now);
  }

  @Override
  protected void waitOutTheLease() {
    now = now.plus(Routers.LEASE);
  }
}
