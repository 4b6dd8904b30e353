package dev.runnel.journal;

/** The journal in memory keeps every string. */
class MemoryNaughtyStringsTest extends NaughtyStringsContract {

  @Override
  protected Journal journal() {
    return new MemoryJournal(1_000, Long.MAX_VALUE);
  }
}
