package dev.runnel.journal.keyed;

/** Values in memory. */
class MemoryKeyedStateTest extends KeyedStateContract {

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return new MemoryWorld(limits);
  }
}
