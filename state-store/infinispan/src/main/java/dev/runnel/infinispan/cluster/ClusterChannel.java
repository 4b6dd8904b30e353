package dev.runnel.infinispan.cluster;

import dev.runnel.infinispan.settings.Deployment.Cluster;
import dev.runnel.infinispan.settings.Discovery;
import java.util.ArrayList;
import java.util.List;
import org.jgroups.JChannel;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.dns.DNS_PING;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;

/** The channel between members: JGroups' stack for TCP, its times chosen for a few routers. */
public final class ClusterChannel {

  /** A member that is not heard for so long is suspected; a closed connection tells sooner. */
  private static final int SILENCE_MILLIS = 8_000;

  private static final int HEARTBEAT_MILLIS = 2_000;
  private static final int VERIFY_MILLIS = 1_000;

  /** Parts of a split cluster look for each other at random times between these. */
  private static final int MERGE_MIN_MILLIS = 1_000;

  private static final int MERGE_MAX_MILLIS = 5_000;
  private static final int JOIN_MILLIS = 2_000;
  private static final int CONNECT_MILLIS = 1_000;

  /** Messages are cut into fragments; nothing longer than some of them together is read. */
  private static final int FRAGMENT_BYTES = 60_000;

  private static final int LONGEST_BYTES = 8 << 20;

  private ClusterChannel() {}

  /** One that is not connected yet. */
  public static JChannel of(Cluster cluster, String router) {
    try {
      return new JChannel(protocols(cluster)).name(router);
    } catch (Exception e) {
      throw new IllegalStateException(
          "The cluster cannot listen at %s; see the cause.".formatted(cluster.bind()), e);
    }
  }

  private static List<Protocol> protocols(Cluster cluster) throws Exception {
    var protocols = new ArrayList<Protocol>();
    protocols.add(transport(cluster));
    protocols.add(discovery(cluster.discovery()));
    protocols.add(new MERGE3().setMinInterval(MERGE_MIN_MILLIS).setMaxInterval(MERGE_MAX_MILLIS));
    if (cluster.key().isEmpty()) {
      // Its own socket knows no TLS; with a key, the transport tells of closed connections.
      protocols.add(new FD_SOCK2().setBindAddress(cluster.bind().getAddress()));
    }
    protocols.add(new FD_ALL3().setTimeout(SILENCE_MILLIS).setInterval(HEARTBEAT_MILLIS));
    protocols.add(new VERIFY_SUSPECT2().setTimeout(VERIFY_MILLIS));
    protocols.add(new NAKACK2().useMcastXmit(false));
    protocols.add(new UNICAST3());
    protocols.add(new STABLE());
    protocols.add(new GMS().printLocalAddress(false).setJoinTimeout(JOIN_MILLIS));
    protocols.add(new UFC());
    protocols.add(new MFC());
    protocols.add(new FRAG4().setFragSize(FRAGMENT_BYTES));
    return protocols;
  }

  private static TCP transport(Cluster cluster) throws Exception {
    var tcp = new TCP();
    tcp.setBindAddress(cluster.bind().getAddress())
        .setBindPort(cluster.bind().getPort())
        .setPortRange(0);
    tcp.setSockConnTimeout(CONNECT_MILLIS).setMaxLength(LONGEST_BYTES);
    // The default, "per-destination", spins for ever once a member has left that it had messages
    // for (JGroups 5.5.1, keycloak#49149), and with it one of the few threads that carry all
    // others.
    tcp.setBundlerType("transfer-queue");
    cluster
        .key()
        .ifPresent(key -> tcp.tls(ClusterTls.of(key, cluster.name())).enableSuspectEvents(true));
    return tcp;
  }

  private static Protocol discovery(Discovery discovery) {
    return switch (discovery) {
      case Discovery.Listed listed ->
          new TCPPING().setInitialHosts(listed.addresses()).setPortRange(0);
      case Discovery.Dns dns -> new DNS_PING().setDNSQuery(dns.name()).dnsRecordType("A");
    };
  }
}
