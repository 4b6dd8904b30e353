package dev.runnel.devmode;

import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.MemoryKeyedState;
import dev.runnel.journal.keyed.MemoryLeases;
import dev.runnel.kit.state.StateContract;
import dev.runnel.kit.state.StateStore;
import java.time.Clock;

class JournalStoreTest extends StateContract {

  private final Clock clock = Clock.systemUTC();
  private final StateStore store =
      new JournalStore(
          new MemoryKeyedState(
              KeyedLimits.DEFAULTS, clock, new MemoryLeases(KeyedLimits.DEFAULTS, clock)),
          "tests");

  @Override
  protected StateStore store() {
    return store;
  }
}
