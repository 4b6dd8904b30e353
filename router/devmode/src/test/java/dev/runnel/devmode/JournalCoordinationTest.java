package dev.runnel.devmode;

import dev.runnel.kit.backend.Backend;
import dev.runnel.kit.coordination.CoordinationContract;
import java.time.Clock;

class JournalCoordinationTest extends CoordinationContract {

  private final Backend backend = MemoryJournals.kept(Clock.systemUTC()).of("tests");

  @Override
  protected Backend backend() {
    return backend;
  }
}
