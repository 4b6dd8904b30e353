package dev.runnel.infinispan.embedded;

import dev.runnel.cache.Cache;
import dev.runnel.cache.CachesByConcern;
import dev.runnel.cache.Concern;
import dev.runnel.cache.Concerns;
import dev.runnel.cache.Counters;
import dev.runnel.cache.Heartbeats;
import dev.runnel.cache.LimitedCalls;
import dev.runnel.cache.Members;
import dev.runnel.cache.Standing;
import dev.runnel.cache.StateStore;
import dev.runnel.infinispan.settings.Deployment.Cluster;
import dev.runnel.infinispan.settings.Settings;
import dev.runnel.infinispan.shape.CacheShape;
import dev.runnel.infinispan.shape.Pulse;
import dev.runnel.infinispan.shape.SharedCounters;
import dev.runnel.infinispan.stored.Stored;
import java.time.InstantSource;
import java.util.Optional;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.counter.EmbeddedCounterManagerFactory;
import org.infinispan.manager.DefaultCacheManager;

/** Shared state in this router, and in those that it forms a cluster with. */
public final class EmbeddedStore implements StateStore {

  private final DefaultCacheManager infinispan;
  private final CachesByConcern<EmbeddedCache<?>> caches;
  private final Counters counters;
  private final ClusterMembers members;
  private final Heartbeats heartbeats;
  private final Pulse pulse;
  private final Standing standing;

  private EmbeddedStore(Settings settings, DefaultCacheManager infinispan) {
    this.infinispan = infinispan;
    standing = cluster(settings).isPresent() ? new Standing.Joined() : new Standing.Alone();
    var calls = new LimitedCalls("The cache", settings.limits());
    var longCalls = new LimitedCalls("The cache", settings.limits().forAll());
    caches = new CachesByConcern<>(concern -> cache(concern, calls, longCalls));
    counters =
        new SharedCounters(
            EmbeddedCounterManagerFactory.asCounterManager(infinispan), "runnel", calls);
    InstantSource clock = InstantSource.system();
    members =
        new ClusterMembers(
            settings.router(),
            infinispan,
            infinispan.getCache(Concerns.STATE.name()).getAdvancedCache(),
            clock);
    heartbeats =
        new Heartbeats(
            cache(Concerns.HEARTBEATS), settings.router(), clock.instant(), members::heard);
    pulse = Pulse.of(heartbeats::beat);
  }

  /** Starts it, joins the others, and waits for their copies as long as the settings say. */
  public static EmbeddedStore start(Settings settings) {
    DefaultCacheManager infinispan =
        new DefaultCacheManager(GlobalShape.of(settings).build(), false);
    for (Concern<?> concern : Concerns.ALL) {
      infinispan.defineConfiguration(concern.name(), shape(concern, settings));
    }
    try {
      infinispan.start();
      var store = new EmbeddedStore(settings, infinispan);
      cluster(settings).ifPresent(cluster -> Arrival.of(infinispan, cluster).waitFor(settings));
      return store;
    } catch (RuntimeException failed) {
      infinispan.stop();
      throw failed;
    }
  }

  private static Optional<Cluster> cluster(Settings settings) {
    return settings.deployment() instanceof Cluster cluster
        ? Optional.of(cluster)
        : Optional.empty();
  }

  private static Configuration shape(Concern<?> concern, Settings settings) {
    boolean disk = settings.folder().isPresent();
    return cluster(settings).isPresent()
        ? CacheShape.shared(concern, disk, settings.limits().patience())
        : CacheShape.alone(concern, disk);
  }

  private <V extends Record> EmbeddedCache<V> cache(
      Concern<V> concern, LimitedCalls calls, LimitedCalls longCalls) {
    org.infinispan.Cache<String, Stored<V>> cache = infinispan.getCache(concern.name());
    return new EmbeddedCache<>(concern, cache.getAdvancedCache(), calls, longCalls);
  }

  @Override
  public <V extends Record> Cache<V> cache(Concern<V> concern) {
    return caches.get(concern);
  }

  @Override
  public Counters counters() {
    return counters;
  }

  @Override
  public Members members() {
    return members;
  }

  @Override
  public Standing standing() {
    return standing;
  }

  /** For tests, which cut it off from the others. */
  DefaultCacheManager infinispan() {
    return infinispan;
  }

  @Override
  public void close() {
    pulse.close();
    heartbeats.close();
    infinispan.stop();
  }
}
