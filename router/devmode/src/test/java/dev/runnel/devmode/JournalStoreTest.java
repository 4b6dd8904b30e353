package dev.runnel.devmode;

import dev.runnel.kit.state.StateContract;
import dev.runnel.kit.state.StateStore;
import java.time.Clock;

class JournalStoreTest extends StateContract {

  private final StateStore store = MemoryJournals.kept(Clock.systemUTC()).of("tests").state();

  @Override
  protected StateStore store() {
    return store;
  }
}
