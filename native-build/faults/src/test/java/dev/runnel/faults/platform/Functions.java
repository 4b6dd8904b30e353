package dev.runnel.faults.platform;

import dev.runnel.faults.recorder.Recorder;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The process that all functions live in, always at the same port. */
public final class Functions implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);

  private final Path folder;
  private final int port = Ports.free();
  private Program program;

  Functions(Path folder) {
    this.folder = folder;
    this.program = launch();
    awaitListening();
  }

  int port() {
    return port;
  }

  /** The file in which each call is written down. */
  public Path ledger() {
    return folder.resolve("ledger");
  }

  public void kill() throws InterruptedException {
    program.kill();
  }

  /** After it was killed. Returns when it listens. */
  public void start() {
    program = launch();
    awaitListening();
  }

  public void freeze() throws InterruptedException {
    program.freeze();
  }

  public void thaw() throws InterruptedException {
    program.thaw();
  }

  @Override
  public void close() {
    program.close();
  }

  private Program launch() {
    var words =
        List.of(
            Program.java(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dsun.net.httpserver.nodelay=true",
            "-Dsun.net.httpserver.maxIdleConnections=1000",
            "-cp",
            classes(),
            Recorder.class.getName(),
            Integer.toString(port),
            ledger().toString());
    return Program.start(words, Map.of(), folder.resolve("functions.log"));
  }

  private void awaitListening() {
    Patience.until(
        "the functions listen",
        START,
        () -> {
          try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
          }
        });
  }

  private static String classes() {
    try {
      return Path.of(Recorder.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
