package dev.runnel.faults.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Ports, and what is served at them. */
final class Ports {

  static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /** One of this machine's loopback address that nobody has. */
  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether somebody does; fails where not. */
  static boolean listens(String host, int port) throws IOException {
    try (var socket = new Socket(host, port)) {
      return socket.isConnected();
    }
  }

  static URI url(String host, int port, String path) {
    return URI.create("http://%s:%d%s".formatted(host, port, path));
  }
}
