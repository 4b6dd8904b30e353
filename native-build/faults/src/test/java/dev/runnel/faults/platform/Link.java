package dev.runnel.faults.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;

/** One connection through the proxy. */
final class Link {

  private static final int BUFFER = 16_384;

  private final Proxy proxy;
  private final Socket caller;
  private final Socket database;
  private volatile boolean silent;

  Link(Proxy proxy, Socket caller, Socket database) {
    this.proxy = proxy;
    this.caller = caller;
    this.database = database;
  }

  void start() {
    Thread.ofVirtual().start(() -> copy(caller, database, false));
    Thread.ofVirtual().start(() -> copy(database, caller, true));
  }

  boolean isSilent() {
    return silent;
  }

  void silence() {
    silent = true;
  }

  /** Ends it with a reset: what is under way is lost. */
  void reset() {
    proxy.forget(this);
    for (Socket socket : List.of(caller, database)) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException e) {
        // It is closed already.
      }
    }
  }

  private void copy(Socket from, Socket to, boolean answering) {
    var buffer = new byte[BUFFER];
    try (InputStream in = from.getInputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (proxy.passes(this, answering)) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // Whoever is behind it is told by the end of the other half.
    }
    if (!silent) {
      reset();
    }
  }
}
