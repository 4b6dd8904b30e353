package dev.runnel.journal.keyed;

/** Leases in memory. */
class MemoryLeasesTest extends LeasesContract {

  @Override
  protected KeyedWorld world(KeyedLimits limits) {
    return new MemoryWorld(limits);
  }
}
