package dev.runnel.journal.keyed;

/** Names in memory. */
class MemoryNaughtyKeysTest extends NaughtyKeysContract {

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return new MemoryWorld(limits);
  }
}
