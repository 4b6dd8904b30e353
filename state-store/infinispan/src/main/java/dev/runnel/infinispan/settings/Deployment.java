package dev.runnel.infinispan.settings;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Where shared state lives. */
public sealed interface Deployment {

  /** In this router, shared with nobody. */
  record Alone() implements Deployment {}

  /**
   * In the routers, which form a cluster.
   *
   * @param name of the cluster; others of the same name on the same network are not joined but by
   *     being found
   * @param bind where this router listens for the others
   * @param discovery how it finds them
   * @param key what all members know and nobody else; without it only this machine's addresses may
   *     be listened at
   */
  record Cluster(String name, InetSocketAddress bind, Discovery discovery, Optional<ClusterKey> key)
      implements Deployment {

    /** Refuses to let a network in that nobody asked who it is. */
    public Cluster {
      if (bind.isUnresolved()) {
        throw new IllegalArgumentException(
            "The cluster is to listen at %s, which is no address of this machine.".formatted(bind));
      }
      if (key.isEmpty() && !bind.getAddress().isLoopbackAddress()) {
        throw new IllegalArgumentException(
            "The cluster is to listen at %s without a key: anybody there could join and read. Give all routers the same key, or listen at 127.0.0.1."
                .formatted(bind));
      }
    }
  }
}
