package dev.runnel.journal;

import java.time.InstantSource;

/** Order in memory. */
class MemoryLinesTest extends LinesContract {

  @Override
  protected Routers routers() {
    return new MemoryRouters(new MemoryJournal(1_000, Long.MAX_VALUE), InstantSource.system());
  }
}
