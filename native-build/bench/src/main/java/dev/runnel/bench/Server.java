package dev.runnel.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server process that is measured. */
final class Server implements Metered, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 50;

  private final Process process;
  private final Path log;

  private Server(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a JVM and waits until it takes connections.
   *
   * @param port where it listens
   */
  static Server start(String name, int port, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(arguments);
    return start(name, port, folder, command, Map.of());
  }

  /**
   * Starts any program and waits until it takes connections.
   *
   * @param port where it listens
   */
  static Server start(
      String name, int port, Path folder, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = folder.resolve(name + ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    var server = new Server(process, log);
    server.untilItListens(name, port);
    return server;
  }

  @Override
  public double cpuSeconds() throws IOException {
    return CpuTime.ofProcess(process.pid());
  }

  /** What it has written. */
  Path log() {
    return log;
  }

  /** Resident memory in MiB. */
  long residentMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** How often it logged that an event loop was blocked. */
  long blockedEventLoops() throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains("has been blocked"))
        .count();
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void untilItListens(String name, int port) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(port)) {
      if (System.nanoTime() > end) {
        close();
        throw new IOException(name + " does not start; its log: " + Files.readString(log));
      }
      if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException(name + " has ended; its log: " + Files.readString(log));
      }
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
