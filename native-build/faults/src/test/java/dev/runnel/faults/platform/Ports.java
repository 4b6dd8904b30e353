package dev.runnel.faults.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Ports of this machine's loopback address. */
public final class Ports {

  private Ports() {}

  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is served there. */
  public static URI url(int port, String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
  }
}
