package dev.runnel.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** The port of a server, the same at each start if possible: clients then find it again. */
final class Port {

  /** Below those that systems give to outgoing connections, which could take it at any time. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 10_000;
  private static final int TRIES = 100;

  private Port() {}

  /** The one that the server had last, if it is free. */
  static int of(DataFolder folder) throws IOException {
    int last = last(folder);
    if (last != 0 && isFree(last)) {
      return last;
    }
    for (int tries = 0; tries < TRIES; tries++) {
      int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
      if (isFree(port)) {
        Files.writeString(folder.port(), Integer.toString(port));
        return port;
      }
    }
    throw new DatabaseUnavailableException(
        "None of %d ports between %d and %d was free for the database in %s; end what uses them."
            .formatted(TRIES, FIRST, FIRST + COUNT, folder.root()));
  }

  private static int last(DataFolder folder) throws IOException {
    Path file = folder.port();
    String text = Files.exists(file) ? Files.readString(file).strip() : "";
    return text.matches("[0-9]{4,5}") ? Integer.parseInt(text) : 0;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ServerConfiguration.HOST), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
