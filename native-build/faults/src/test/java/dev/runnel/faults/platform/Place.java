package dev.runnel.faults.platform;

import java.net.URI;
import java.util.List;

/**
 * Where a process is: in this machine's own network, or in a namespace.
 *
 * @param entrance the words before those that start a program, so that it runs there
 */
record Place(String host, int port, List<String> entrance) {

  /** This machine's loopback address, at a port that nobody has. */
  static Place here() {
    return new Place(Ports.LOOPBACK, Ports.free(), List.of());
  }

  URI url(String path) {
    return Ports.url(host, port, path);
  }
}
