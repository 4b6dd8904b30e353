package dev.runnel.faults.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network of the tests' own: namespaces with an address each, which a bridge joins, and this
 * machine's addresses on the bridge. Only root can have one. What it consists of is named after the
 * process that it belongs to.
 */
public final class Bridge implements AutoCloseable {

  /** What the names begin with of everything that belongs to such networks. */
  static final String PREFIX = "rnf";

  /** 10.77.x.0/24: one x for each network of this machine. */
  private static final int NETWORKS = 256;

  private static final int CALLERS = 250;
  private static final int DATABASE = 251;
  private static final int FUNCTIONS = 252;

  private final String own = PREFIX + ProcessHandle.current().pid();
  private final String network;
  private final int namespaces;

  private Bridge(String network, int namespaces) {
    this.network = network;
    this.namespaces = namespaces;
  }

  /** Why there can be none here; nothing where there can. */
  public static Optional<String> obstacle() {
    if (!System.getProperty("user.name").equals("root")) {
      return Optional.of("only root can have network namespaces");
    }
    try {
      Ip.run("netns list");
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("network namespaces need iproute2: " + e.getMessage());
    }
  }

  /** One with so many namespaces. What runs that were killed have left behind is removed first. */
  static Bridge of(int namespaces) {
    Leftovers.remove();
    var bridge = new Bridge(unused(), namespaces);
    try {
      bridge.build();
      return bridge;
    } catch (RuntimeException e) {
      bridge.close();
      throw e;
    }
  }

  /** The words before those that start a program, so that it runs in a namespace. */
  List<String> entrance(int namespace) {
    return List.of("ip", "netns", "exec", namespace(namespace));
  }

  /** The address of a namespace. */
  String address(int namespace) {
    return host(namespace + 1);
  }

  /** This machine's address for the database, which nothing else has. */
  String database() {
    return host(DATABASE);
  }

  /** The same for the functions. */
  String functions() {
    return host(FUNCTIONS);
  }

  /** All addresses, as {@code 10.77.0.0/24}. */
  String network() {
    return network + "0/24";
  }

  /** Takes a namespace off the bridge: from there, nobody is reached any more. */
  public void unplug(int namespace) {
    Ip.run("link set %s nomaster".formatted(plug(namespace)));
  }

  /** Puts it back. */
  public void plugIn(int namespace) {
    Ip.run("link set %s master %s".formatted(plug(namespace), bridge()));
  }

  /** What one namespace sends to the other goes nowhere, and the other way round. */
  public void cut(int one, int other) {
    route("add", one, address(other));
    route("add", other, address(one));
  }

  /** Ends that. */
  public void join(int one, int other) {
    route("del", one, address(other));
    route("del", other, address(one));
  }

  /** What a namespace sends to the database goes nowhere. */
  public void cutFromDatabase(int namespace) {
    route("add", namespace, database());
  }

  /** Ends that. */
  public void joinToDatabase(int namespace) {
    route("del", namespace, database());
  }

  /** Whatever runs in the namespaces has to end first. */
  @Override
  public void close() {
    Leftovers.remove(own);
  }

  private void build() {
    Ip.run("link add %s type bridge".formatted(bridge()));
    for (int host : List.of(CALLERS, DATABASE, FUNCTIONS)) {
      Ip.run("addr add %s/24 dev %s".formatted(host(host), bridge()));
    }
    Ip.run("link set %s up".formatted(bridge()));
    IntStream.range(0, namespaces).forEach(this::build);
  }

  private void build(int namespace) {
    String name = namespace(namespace);
    Ip.run("netns add " + name);
    Ip.run("link add %s type veth peer name eth0 netns %s".formatted(plug(namespace), name));
    Ip.run("-n %s addr add %s/24 dev eth0".formatted(name, address(namespace)));
    Ip.run("-n %s link set lo up".formatted(name));
    Ip.run("-n %s link set eth0 up".formatted(name));
    Ip.run("link set %s up".formatted(plug(namespace)));
    plugIn(namespace);
  }

  private void route(String what, int namespace, String to) {
    Ip.run("-n %s route %s blackhole %s/32".formatted(namespace(namespace), what, to));
  }

  private String bridge() {
    return own + "b";
  }

  private String namespace(int number) {
    return own + "n" + number;
  }

  private String plug(int number) {
    return own + "v" + number;
  }

  private String host(int number) {
    return network + number;
  }

  /** The first part of addresses that this machine has none of. */
  private static String unused() {
    String taken = String.join("\n", Ip.run("-4 -o addr show"));
    long start = ProcessHandle.current().pid();
    return IntStream.range(0, NETWORKS)
        .mapToObj(i -> "10.77.%d.".formatted((start + i) % NETWORKS))
        .filter(network -> !taken.contains(" " + network))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("all networks of 10.77.0.0/16 are taken"));
  }
}
