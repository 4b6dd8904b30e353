package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One start of a process, up to its first answer.
 *
 * @param listensMillis from exec until it takes a connection
 * @param answersMillis from exec until its first answer has begun to come
 * @param residentMebibytes then
 * @param ownMebibytes then, without what is mapped from files
 */
record Start(
    double listensMillis, double answersMillis, double residentMebibytes, double ownMebibytes) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Short beside what is measured, long enough to leave the processor to the process. */
  private static final long PAUSE_NANOS = 300_000;

  private static final int KIBIBYTES = 1_024;
  private static final double NANOS = 1e6;

  /** Where a process listens, and how it is told. */
  private record Place(SocketAddress address, Map<String, String> environment) {}

  static Start overTcp(Startable startable, Path folder) throws IOException, InterruptedException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var place =
        new Place(new InetSocketAddress("localhost", port), Map.of("PORT", Integer.toString(port)));
    return of(startable, place, folder);
  }

  static Start overUnixSocket(Startable startable, Path folder)
      throws IOException, InterruptedException {
    Path socket = folder.resolve("start.sock");
    Files.deleteIfExists(socket);
    var place =
        new Place(
            UnixDomainSocketAddress.of(socket),
            Map.of(
                "QUARKUS_HTTP_HOST_ENABLED",
                "false",
                "QUARKUS_HTTP_DOMAIN_SOCKET_ENABLED",
                "true",
                "QUARKUS_HTTP_DOMAIN_SOCKET",
                socket.toString()));
    return of(startable, place, folder);
  }

  private static Start of(Startable startable, Place place, Path folder)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(startable.command())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("start.log").toFile());
    builder.environment().putAll(place.environment());
    long begun = System.nanoTime();
    Process process = builder.start();
    try (SocketChannel connection = connect(process, place.address())) {
      double listens = (System.nanoTime() - begun) / NANOS;
      connection.write(ByteBuffer.wrap(startable.request().http().getBytes(US_ASCII)));
      var first = ByteBuffer.allocate(KIBIBYTES);
      int read = connection.read(first);
      double answers = (System.nanoTime() - begun) / NANOS;
      if (read < 0 || !new String(first.array(), 0, read, US_ASCII).startsWith("HTTP/1.1 200")) {
        throw new IOException(
            "%s as %s answered %s; 200 was expected"
                .formatted(
                    startable.capability(),
                    startable.form(),
                    new String(first.array(), 0, Math.max(0, read), US_ASCII)));
      }
      return new Start(
          listens,
          answers,
          mebibytes(process, "status", "VmRSS:"),
          mebibytes(process, "smaps_rollup", "Pss_Anon:"));
    } finally {
      process.destroy();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static SocketChannel connect(Process process, SocketAddress address) throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      Optional<SocketChannel> connected = tryToConnect(address);
      if (connected.isPresent()) {
        return connected.get();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IOException("the process ended, or did not listen at " + address);
  }

  private static Optional<SocketChannel> tryToConnect(SocketAddress address) {
    try {
      return Optional.of(SocketChannel.open(address));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static double mebibytes(Process process, String file, String field) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file)).stream()
        .filter(line -> line.startsWith(field))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIBIBYTES)
        .findFirst()
        .orElse(Double.NaN);
  }
}
