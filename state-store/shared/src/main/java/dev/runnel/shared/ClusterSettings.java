package dev.runnel.shared;

import dev.runnel.cache.CallLimits;
import dev.runnel.infinispan.settings.ClusterKey;
import dev.runnel.infinispan.settings.Deployment;
import dev.runnel.infinispan.settings.Discovery;
import dev.runnel.infinispan.settings.Settings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** What is configured, as the store wants it; names are looked up and files read anew each time. */
record ClusterSettings(ClusterConfig config, String router) {

  /** Whether anything is configured that a store in memory alone does not do. */
  boolean wanted() {
    return isCluster() || config.folder().isPresent() || remote().wanted() || remote().astray();
  }

  private RemoteSettings remote() {
    return new RemoteSettings(config.remote());
  }

  private boolean isCluster() {
    return config.members().isPresent() || config.dns().isPresent();
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException saying what is wrong with them
   */
  Settings read() {
    var limits = new CallLimits(config.timeout(), CallLimits.DEFAULTS.most());
    Settings settings = Settings.of(router, deployment()).within(limits);
    return config.folder().map(settings::keptIn).orElse(settings);
  }

  private Deployment deployment() {
    if (remote().astray()) {
      throw new IllegalArgumentException(
          "There are settings of runnel.cluster.remote, but no runnel.cluster.remote.servers; set"
              + " it, as to infinispan:11222, or none of them.");
    }
    if (remote().wanted()) {
      return elsewhere();
    }
    return isCluster()
        ? new Deployment.Cluster(config.name(), bind(), discovery(), key())
        : new Deployment.Alone();
  }

  private Deployment elsewhere() {
    if (isCluster()) {
      throw new IllegalArgumentException(
          "Both runnel.cluster.remote.servers and runnel.cluster.%s say where the cache is, there or within the routers; set one."
              .formatted(config.members().isPresent() ? "members" : "dns"));
    }
    if (config.folder().isPresent()) {
      throw new IllegalArgumentException(
          "runnel.cluster.folder is where this router keeps what is to outlive a restart; an"
              + " Infinispan at runnel.cluster.remote.servers keeps it itself. Set one.");
    }
    return remote().read(config.name());
  }

  private InetSocketAddress bind() {
    return new InetSocketAddress(
        config.address(), Place.port(config.port(), "runnel.cluster.port"));
  }

  private Discovery discovery() {
    if (config.members().isPresent() && config.dns().isPresent()) {
      throw new IllegalArgumentException(
          "Both runnel.cluster.members and runnel.cluster.dns say where routers are; set one.");
    }
    return config
        .dns()
        .<Discovery>map(Discovery.Dns::new)
        .orElseGet(() -> listed(config.members().orElse(List.of())));
  }

  /** Who has no address yet finds this router later. */
  private static Discovery listed(List<String> members) {
    List<InetSocketAddress> known =
        members.stream()
            .map(member -> Place.of(member, "runnel.cluster.members").lookedUp())
            .filter(place -> !place.isUnresolved())
            .toList();
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "None of runnel.cluster.members (%s) has an address.".formatted(members));
    }
    return new Discovery.Listed(known);
  }

  private Optional<ClusterKey> key() {
    return new Secret("runnel.cluster.key", config.key(), config.keyFile())
        .read()
        .map(ClusterKey::new);
  }
}
