package dev.runnel.faults.platform;

import dev.runnel.faults.recorder.Clerk;
import dev.runnel.faults.recorder.Recorder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The process that all functions live in, always at the same port, and the one that writes down
 * what they say, which is never broken.
 */
public final class Functions implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);

  private final Path folder;
  private final String host;
  private final int port = Ports.free();
  private final int clerkPort = Ports.free();
  private final Program clerk;
  private Program program;

  /** At this machine's loopback address. */
  Functions(Path folder) {
    this(folder, Ports.LOOPBACK);
  }

  /**
   * Starts them.
   *
   * @param host the address that they are called at
   */
  Functions(Path folder, String host) {
    this.folder = folder;
    this.host = host;
    this.clerk =
        Program.start(
            words(Clerk.class, Integer.toString(clerkPort), ledger().toString()),
            Map.of(),
            folder.resolve("clerk.log"));
    this.program = launch();
    awaitListening();
  }

  /** Where they are called. */
  URI url() {
    return Ports.url(host, port, "");
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
    clerk.close();
  }

  /** Waits for the clerk, without whom it does not serve. */
  private Program launch() {
    Patience.until(
        "the clerk listens",
        START,
        () -> Files.exists(ledger()) && Ports.listens(Ports.LOOPBACK, clerkPort));
    return Program.start(
        words(Recorder.class, host, Integer.toString(port), Integer.toString(clerkPort)),
        Map.of(),
        folder.resolve("functions.log"));
  }

  private static List<String> words(Class<?> program, String... arguments) {
    var words =
        new ArrayList<>(
            List.of(
                Program.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsun.net.httpserver.nodelay=true",
                "-Dsun.net.httpserver.maxIdleConnections=1000",
                "-cp",
                classes(),
                program.getName()));
    words.addAll(List.of(arguments));
    return words;
  }

  private void awaitListening() {
    Patience.until("the functions listen", START, () -> Ports.listens(host, port));
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
