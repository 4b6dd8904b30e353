package dev.runnel.infinispan.settings;

import java.net.InetSocketAddress;
import java.util.List;

/** How members of a cluster find each other. */
public sealed interface Discovery {

  /** At these addresses, of which some may be nobody's; the member's own may be among them. */
  record Listed(List<InetSocketAddress> addresses) implements Discovery {
    public Listed {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * At all addresses of a name, as a headless service of Kubernetes has them.
   *
   * @param name of which each address is a member's, at the port that this member listens at
   */
  record Dns(String name) implements Discovery {}
}
