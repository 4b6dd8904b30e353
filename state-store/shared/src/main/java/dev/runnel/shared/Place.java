package dev.runnel.shared;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something listens, as somebody configured it.
 *
 * @param host a name or an address
 */
record Place(String host, int port) {

  /** A name or an IPv4 address, or an IPv6 address in brackets, and a port. */
  private static final Pattern PLACE = Pattern.compile("(?:\\[(.+)]|([^:]+)):([0-9]{1,5})");

  private static final int HIGHEST_PORT = 65_535;

  /**
   * The place that a text says.
   *
   * @param setting that has the text
   * @throws IllegalArgumentException where it says none
   */
  static Place of(String text, String setting) {
    Matcher place = PLACE.matcher(text.strip());
    if (!place.matches()) {
      throw new IllegalArgumentException(
          "%s has '%s'; expected host:port, as in 10.0.0.1:7800 or [::1]:7800."
              .formatted(setting, text));
    }
    String host = place.group(1) == null ? place.group(2) : place.group(1);
    return new Place(host, port(Integer.parseInt(place.group(3)), setting));
  }

  static int port(int number, String setting) {
    if (number < 1 || number > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "%s has port %d; expected 1 to %d.".formatted(setting, number, HIGHEST_PORT));
    }
    return number;
  }

  /** Its address, if its name has one now. */
  InetSocketAddress lookedUp() {
    return new InetSocketAddress(host, port);
  }

  /** Its name, for whoever looks it up. */
  InetSocketAddress named() {
    return InetSocketAddress.createUnresolved(host, port);
  }
}
