package dev.runnel.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./runnel dev} in a checkout, from its start to the end of its last process. */
final class DevMode implements AutoCloseable {

  /** A first start compiles everything, and fetches what dev mode needs beyond the build. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Process process;
  private final Path data;
  private final List<String> output = new ArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final int port;

  private DevMode(Process process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.port = port;
  }

  /** Starts it, with projects of other repositories, and waits until it says that it is ready. */
  static DevMode start(Checkout checkout, Path... projects)
      throws IOException, InterruptedException {
    int port = freePort();
    var command = new ArrayList<>(List.of("./runnel", "dev"));
    Stream.of(projects).map(Path::toString).forEach(command::add);
    command.addAll(List.of("-B", "-Ddebug=false"));
    command.add("-Dmaven.repo.local=" + System.getProperty("runnel.repository"));
    var builder = new ProcessBuilder(command);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().remove("MAVEN_PROJECTBASEDIR");
    builder.directory(checkout.root().toFile()).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    var dev = new DevMode(builder.start(), checkout.root().resolve(".runnel"), port);
    Thread.ofVirtual().start(dev::listen);
    if (!dev.ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !dev.process.isAlive()) {
      dev.close();
      throw new IllegalStateException("dev mode did not start:\n" + dev.output());
    }
    return dev;
  }

  int port() {
    return port;
  }

  String url(String path) {
    return "http://localhost:" + port + path;
  }

  /** What it has printed so far. */
  String output() {
    synchronized (output) {
      return String.join("\n", output);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroy);
    all.forEach(one -> one.onExit().completeOnTimeout(one, 10, TimeUnit.SECONDS).join());
    all.forEach(ProcessHandle::destroyForcibly);
    database().ifPresent(DevMode::end);
  }

  /** The server that it leaves running for a while, for its next start. */
  private Optional<ProcessHandle> database() {
    Path file = data.resolve("database/database/postmaster.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(ProcessHandle server) {
    server.destroy();
    server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (output) {
          output.add(line);
        }
        if (line.strip().startsWith("-d '")) {
          ready.countDown();
        }
      }
    } catch (IOException e) {
      // The process has ended; what it printed is kept.
    } finally {
      ready.countDown();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
