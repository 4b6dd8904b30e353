package dev.runnel.journal.keyed;

/** Fences in memory. */
class MemoryFenceTest extends FenceContract {

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return new MemoryWorld(limits);
  }
}
