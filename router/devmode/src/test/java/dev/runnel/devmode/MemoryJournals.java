package dev.runnel.devmode;

import dev.runnel.journal.keyed.KeyedLimits;
import dev.runnel.journal.keyed.MemoryCounters;
import dev.runnel.journal.keyed.MemoryKeyedState;
import dev.runnel.journal.keyed.MemoryLeases;
import java.time.Clock;

/** What a journal in memory keeps for functions. */
final class MemoryJournals {

  private MemoryJournals() {}

  static JournalBackends.Kept kept(Clock clock) {
    var leases = new MemoryLeases(KeyedLimits.DEFAULTS, clock);
    return new JournalBackends.Kept(
        new MemoryKeyedState(KeyedLimits.DEFAULTS, clock, leases),
        leases,
        new MemoryCounters(KeyedLimits.DEFAULTS, clock));
  }
}
