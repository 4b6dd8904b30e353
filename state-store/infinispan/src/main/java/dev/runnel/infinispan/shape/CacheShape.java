package dev.runnel.infinispan.shape;

import dev.runnel.cache.Bound;
import dev.runnel.cache.Concern;
import dev.runnel.cache.Sharing;
import dev.runnel.cache.Sharing.Spread;
import dev.runnel.cache.Sharing.WhenSplit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.conflict.MergePolicy;
import org.infinispan.eviction.EvictionStrategy;
import org.infinispan.partitionhandling.PartitionHandling;

/** The cache of a concern, in Infinispan's words. */
public final class CacheShape {

  private static final int OWNERS = 2;

  /** Bounds what a store that cannot keep pace has still to write. */
  private static final int WAITING_WRITES = 10_000;

  private final Concern<?> concern;
  private final ConfigurationBuilder shape = new ConfigurationBuilder();

  private CacheShape(Concern<?> concern) {
    this.concern = concern;
    shape.expiration().lifespan(concern.life().toMillis(), TimeUnit.MILLISECONDS);
    bound();
  }

  /** In one router, for itself. */
  public static Configuration alone(Concern<?> concern, boolean disk) {
    var shape = new CacheShape(concern);
    shape.shape.clustering().cacheMode(CacheMode.LOCAL);
    shape.onDisk(disk);
    return shape.shape.build();
  }

  /**
   * In several routers.
   *
   * @param patience with each of them
   */
  public static Configuration shared(Concern<?> concern, boolean disk, Duration patience) {
    var shape = new CacheShape(concern);
    shape.spread();
    shape.onDisk(disk);
    shape.hasty(patience);
    return shape.shape.build();
  }

  /** In servers of their own, which keep near copies in the client, and wait as they are told. */
  public static Configuration served(Concern<?> concern) {
    var shape = new CacheShape(concern);
    shape.spread();
    shape.shape.encoding().mediaType(MediaType.APPLICATION_PROTOSTREAM_TYPE);
    shape.onDisk(true);
    return shape.shape.build();
  }

  private void bound() {
    switch (concern.bound()) {
      case Bound.Entries(long most) -> shape.memory().maxCount(most);
      case Bound.Bytes(long most) -> {
        // Only what lies there as bytes can be weighed.
        shape.encoding().mediaType(MediaType.APPLICATION_PROTOSTREAM_TYPE);
        shape.memory().maxSize(most + "B");
      }
    }
    shape.memory().whenFull(EvictionStrategy.REMOVE);
  }

  private void spread() {
    Sharing sharing = concern.sharing();
    if (sharing.spread() == Spread.REPLICATED) {
      shape.clustering().cacheMode(CacheMode.REPL_SYNC);
    } else {
      shape.clustering().cacheMode(CacheMode.DIST_SYNC).hash().numOwners(OWNERS);
    }
    if (sharing.whenSplit() == WhenSplit.DENY) {
      shape
          .clustering()
          .partitionHandling()
          .whenSplit(PartitionHandling.DENY_READ_WRITES)
          .mergePolicy(MergePolicy.REMOVE_ALL);
    } else {
      shape
          .clustering()
          .partitionHandling()
          .whenSplit(PartitionHandling.ALLOW_READ_WRITES)
          .mergePolicy(MergePolicy.PREFERRED_NON_NULL);
    }
  }

  private void hasty(Duration patience) {
    long millis = patience.toMillis();
    shape.clustering().remoteTimeout(millis, TimeUnit.MILLISECONDS);
    shape.locking().lockAcquisitionTimeout(millis, TimeUnit.MILLISECONDS);
    // A start does not hang on others: whoever waits for them does so for a time of his own.
    shape.clustering().stateTransfer().awaitInitialTransfer(false);
  }

  private void onDisk(boolean disk) {
    if (disk && concern.sharing().onDisk()) {
      shape
          .persistence()
          .addSoftIndexFileStore()
          .async()
          .enable()
          .modificationQueueSize(WAITING_WRITES)
          .failSilently(true);
    }
  }
}
