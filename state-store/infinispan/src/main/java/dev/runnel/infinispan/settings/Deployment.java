package dev.runnel.infinispan.settings;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  /**
   * In an Infinispan that somebody else runs.
   *
   * @param name that what is shared has there: who names it otherwise shares nothing with this
   *     router
   * @param servers some of its servers, whose names the client looks up; the others are learned
   *     from them
   * @param login as whom; empty: the server asks nobody
   * @param tls how the connection is protected; empty: not at all
   */
  record Remote(
      String name, List<InetSocketAddress> servers, Optional<Login> login, Optional<Tls> tls)
      implements Deployment {

    /** Refuses to connect to nothing. */
    public Remote {
      servers = List.copyOf(servers);
      if (servers.isEmpty()) {
        throw new IllegalArgumentException(
            "There is no Infinispan server to connect to; name one at least, as host:11222.");
      }
    }

    /** The servers, for people. */
    public String places() {
      return servers.stream()
          .map(server -> server.getHostString() + ":" + server.getPort())
          .collect(Collectors.joining(", "));
    }
  }
}
