package dev.runnel.server.invoke.egress;

import java.net.InetAddress;
import java.util.List;

/**
 * The places that calls may go to, by name and by address. A name that is listed may resolve to any
 * ordinary address; one that points back at this machine, or at what only hosts inside a network
 * are told, must be listed itself.
 */
public final class AllowList {

  /** Addresses that a name alone never leads to. */
  private static final List<Network> SPECIAL =
      List.of(
          Network.of("0.0.0.0/8"),
          Network.of("127.0.0.0/8"),
          Network.of("169.254.0.0/16"), // link-local, and where clouds tell machines their secrets
          Network.of("100.100.100.200/32"), // the same at Alibaba
          Network.of("168.63.129.16/32"), // the same at Azure
          Network.of("192.0.0.192/32"), // the same at Oracle
          Network.of("224.0.0.0/4"),
          Network.of("240.0.0.0/4"),
          Network.of("::/96"), // nobody, this machine, and IPv4 in the oldest of its disguises
          Network.of("64:ff9b::/96"), // IPv4 behind a translator
          Network.of("2002::/16"), // IPv4 in a tunnel
          Network.of("fe80::/10"),
          Network.of("fec0::/10"),
          Network.of("ff00::/8"),
          Network.of("fd00:ec2::254/128")); // the same at Amazon

  private final List<AllowEntry> entries;

  private AllowList(List<AllowEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * A list of these.
   *
   * @param entries {@code host}, {@code *.suffix}, an address or a network such as {@code
   *     10.0.0.0/8}; each but a network with {@code :port} where only that port is meant
   * @throws IllegalArgumentException when one is none of these
   */
  public static AllowList of(List<String> entries) {
    return new AllowList(entries.stream().map(AllowEntry::of).toList());
  }

  /** Whether a URL of this host may be called at all, as far as its text tells. */
  boolean names(String host, int port) {
    return Network.isLiteral(host)
        ? lists(InetAddress.ofLiteral(host), port)
        : entries.stream().anyMatch(entry -> entry.names(host, port));
  }

  /** Whether a host may be reached at this address, which is its own or one that it resolves to. */
  boolean allows(String host, int port, InetAddress address) {
    return lists(address, port)
        || (entries.stream().anyMatch(entry -> entry.names(host, port)) && !isSpecial(address));
  }

  private boolean lists(InetAddress address, int port) {
    return entries.stream().anyMatch(entry -> entry.holds(address, port));
  }

  private static boolean isSpecial(InetAddress address) {
    return SPECIAL.stream().anyMatch(network -> network.holds(address));
  }

  @Override
  public String toString() {
    return String.join(", ", entries.stream().map(AllowEntry::toString).toList());
  }
}
