package dev.runnel.infinispan.embedded;

import dev.runnel.cache.Concern;
import dev.runnel.cache.Concerns;
import dev.runnel.infinispan.settings.Deployment.Cluster;
import dev.runnel.infinispan.settings.Discovery;
import dev.runnel.infinispan.settings.Settings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.infinispan.distribution.DistributionManager;
import org.infinispan.distribution.LocalizedCacheTopology;
import org.infinispan.manager.EmbeddedCacheManager;

/** A router's joining of a cluster: over when all its caches have all members and stand still. */
final class Arrival {

  private static final Logger LOG = System.getLogger(Arrival.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final EmbeddedCacheManager infinispan;
  private final Cluster cluster;

  private Arrival(EmbeddedCacheManager infinispan, Cluster cluster) {
    this.infinispan = infinispan;
    this.cluster = cluster;
  }

  static Arrival of(EmbeddedCacheManager infinispan, Cluster cluster) {
    return new Arrival(infinispan, cluster);
  }

  /** Waits; blocks. Where it takes too long the router goes on, and has misses until it is over. */
  void waitFor(Settings settings) {
    long end = System.nanoTime() + settings.patience().toNanos();
    while (!isOver() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    if (!isOver()) {
      LOG.log(
          Level.WARNING,
          "The caches'' members have not agreed within {0}; this router goes on with {1}.",
          settings.patience(),
          infinispan.getMembers());
    }
    sayIfAlone();
  }

  private boolean isOver() {
    return Concerns.ALL.stream().allMatch(this::isSettled);
  }

  private boolean isSettled(Concern<?> concern) {
    DistributionManager distribution =
        infinispan.getCache(concern.name()).getAdvancedCache().getDistributionManager();
    LocalizedCacheTopology topology = distribution.getCacheTopology();
    return topology.getMembers().size() == infinispan.getMembers().size()
        && topology.getPendingCH() == null;
  }

  private void sayIfAlone() {
    if (infinispan.getMembers().size() == 1
        && cluster.discovery() instanceof Discovery.Listed listed
        && listed.addresses().stream().anyMatch(address -> !address.equals(cluster.bind()))) {
      LOG.log(
          Level.WARNING,
          "This router is alone in cluster {0}: nobody at {1} let it in. It goes on alone; see"
              + " whether the others run, and have the same key.",
          cluster.name(),
          listed.addresses());
    }
  }
}
