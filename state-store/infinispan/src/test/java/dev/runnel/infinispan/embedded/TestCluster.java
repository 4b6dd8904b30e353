package dev.runnel.infinispan.embedded;

import dev.runnel.cache.CallLimits;
import dev.runnel.cache.Soon;
import dev.runnel.infinispan.settings.ClusterKey;
import dev.runnel.infinispan.settings.Deployment.Cluster;
import dev.runnel.infinispan.settings.Discovery;
import dev.runnel.infinispan.settings.Settings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routers of one cluster in this process, which find each other on this machine. */
final class TestCluster implements AutoCloseable {

  /** Long enough for a busy machine: what is tested is not how fast it is. */
  static final CallLimits PATIENT = new CallLimits(Duration.ofSeconds(20), 1_000);

  private final List<InetSocketAddress> places;
  private final Optional<ClusterKey> key;
  private final List<EmbeddedStore> routers = new ArrayList<>();

  /**
   * @param most routers at the same time
   */
  TestCluster(int most, Optional<ClusterKey> key) {
    this.places = Ports.free(most);
    this.key = key;
  }

  Settings settings(int number, Optional<ClusterKey> own) {
    return Settings.of(
            "router-" + number,
            new Cluster("test", places.get(number), new Discovery.Listed(places), own))
        .within(PATIENT);
  }

  InetSocketAddress place(int number) {
    return places.get(number);
  }

  /** Starts the router of this number. */
  EmbeddedStore start(int number) {
    return keep(EmbeddedStore.start(settings(number, key)));
  }

  EmbeddedStore keep(EmbeddedStore router) {
    routers.add(router);
    return router;
  }

  /** Starts so many, which all see each other. */
  TestCluster startAll(int count) {
    for (int i = 0; i < count; i++) {
      start(i);
    }
    Soon.holds(
        "all see " + count, () -> routers.stream().allMatch(router -> members(router) == count));
    return this;
  }

  EmbeddedStore router(int number) {
    return routers.get(number);
  }

  static int members(EmbeddedStore router) {
    return router.members().view().members().size();
  }

  @Override
  public void close() {
    routers.reversed().forEach(EmbeddedStore::close);
  }
}
