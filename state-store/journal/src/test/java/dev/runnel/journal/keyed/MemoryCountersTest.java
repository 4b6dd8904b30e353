package dev.runnel.journal.keyed;

/** Counters in memory. */
class MemoryCountersTest extends CountersContract {

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return new MemoryWorld(limits);
  }
}
