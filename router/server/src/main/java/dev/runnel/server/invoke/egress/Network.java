package dev.runnel.server.invoke.egress;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A range of addresses. IPv4 in the clothes of IPv6 ({@code ::ffff:…}) is IPv4 to Java. */
final class Network {

  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;

  private final IpSubnetFilterRule rule;

  private Network(InetAddress address, int bits) {
    rule = new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
  }

  /**
   * An address alone or {@code address/bits}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Network of(String text) {
    int slash = text.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int most = address instanceof Inet4Address ? IPV4_BITS : IPV6_BITS;
    int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("a network of " + bits + " bits");
    }
    return new Network(address, bits);
  }

  /** Whether a host is an address in any form that Java knows, the short ones included. */
  static boolean isLiteral(String host) {
    try {
      InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  boolean holds(InetAddress address) {
    return rule.matches(new InetSocketAddress(address, 0));
  }
}
