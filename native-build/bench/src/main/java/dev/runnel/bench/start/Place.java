package dev.runnel.bench.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a process is to listen.
 *
 * @param environment how a function is told
 */
record Place(SocketAddress address, Map<String, String> environment) {

  static Place port() throws IOException {
    try (var free = new ServerSocket(0)) {
      String port = Integer.toString(free.getLocalPort());
      return new Place(
          new InetSocketAddress("localhost", free.getLocalPort()), Map.of("PORT", port));
    }
  }

  static Place socket(Path folder) throws IOException {
    Path socket = folder.resolve("start.sock");
    Files.deleteIfExists(socket);
    return new Place(
        UnixDomainSocketAddress.of(socket),
        Map.of(
            "QUARKUS_HTTP_HOST_ENABLED",
            "false",
            "QUARKUS_HTTP_DOMAIN_SOCKET_ENABLED",
            "true",
            "QUARKUS_HTTP_DOMAIN_SOCKET",
            socket.toString()));
  }

  /** As on a command line: a host and port, or a path. */
  String text() {
    return address instanceof InetSocketAddress tcp
        ? tcp.getHostString() + ":" + tcp.getPort()
        : "unix:" + address;
  }
}
