package dev.runnel.journal;

/** The journal in memory finds dead letters as every journal does. */
class MemoryDeadLettersTest extends DeadLettersContract {

  @Override
  protected Journal journal() {
    return new MemoryJournal(1_000, Long.MAX_VALUE);
  }
}
