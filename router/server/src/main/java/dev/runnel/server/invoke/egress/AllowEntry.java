package dev.runnel.server.invoke.egress;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the allow list. {@code localhost} means this machine's own addresses too.
 *
 * @param text as it was written
 * @param name a host's name, or with its dot in front what names end with; null for a network
 * @param network the addresses, or null for a name
 * @param port the only one that is meant, or 0 for all
 */
record AllowEntry(String text, @Nullable String name, @Nullable Network network, int port) {

  private static final String LOCALHOST = "localhost";
  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?([a-z0-9_-]+(?:\\.[a-z0-9_-]+)*)\\.?(?::([0-9]{1,5}))?");
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\[([0-9a-f:.]+)]|([0-9.]+)):([0-9]{1,5})");
  private static final String FORMS =
      "expected host, *.suffix, host:port, an address or a network such as 10.0.0.0/8";

  static AllowEntry of(String text) {
    String entry = text.strip().toLowerCase(Locale.ROOT);
    Matcher address = ADDRESS.matcher(entry);
    if (address.matches()) {
      String literal = address.group(1) == null ? address.group(2) : address.group(1);
      return new AllowEntry(entry, null, network(text, literal), port(address.group(3)));
    }
    if (entry.contains("/") || Network.isLiteral(entry)) {
      return new AllowEntry(entry, null, network(text, entry), 0);
    }
    Matcher name = NAME.matcher(entry);
    if (!name.matches()) {
      throw wrong(text);
    }
    String host = name.group(1) == null ? name.group(2) : "." + name.group(2);
    return new AllowEntry(entry, host, null, port(name.group(3)));
  }

  private static Network network(String text, String network) {
    try {
      return Network.of(network);
    } catch (IllegalArgumentException malformed) {
      throw wrong(text);
    }
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException("runnel.egress.allow has \"" + text + "\"; " + FORMS);
  }

  private static int port(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  boolean names(String host, int at) {
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name != null
        && meets(at)
        && (name.startsWith(".") ? plain.endsWith(name) : plain.equals(name));
  }

  boolean holds(InetAddress address, int at) {
    boolean own = LOCALHOST.equals(name) && address.isLoopbackAddress();
    return meets(at) && (own || (network != null && network.holds(address)));
  }

  private boolean meets(int at) {
    return port == 0 || port == at;
  }

  @Override
  public String toString() {
    return text;
  }
}
