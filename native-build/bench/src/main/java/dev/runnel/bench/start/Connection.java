package dev.runnel.bench.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A caller's connection to a process that has just been started; for one request. */
final class Connection implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Short beside what is measured, long enough to leave the processor to the process. */
  private static final long PAUSE_NANOS = 300_000;

  private static final int READ_BYTES = 1_024;

  private final SocketChannel channel;

  private Connection(SocketChannel channel) {
    this.channel = channel;
  }

  static Connection to(SocketAddress address) throws IOException {
    return new Connection(SocketChannel.open(address));
  }

  /** Connects as soon as the process listens. */
  static Connection to(Process process, SocketAddress address) throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      Optional<Connection> connected = tried(address);
      if (connected.isPresent()) {
        return connected.get();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IOException("the process ended, or did not listen at " + address);
  }

  private static Optional<Connection> tried(SocketAddress address) {
    try {
      return Optional.of(new Connection(SocketChannel.open(address)));
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  /** Sends the request, and comes back when its answer has begun to come. */
  void ask(Request request) throws IOException {
    channel.write(ByteBuffer.wrap(request.http().getBytes(US_ASCII)));
    var first = ByteBuffer.allocate(READ_BYTES);
    int read = channel.read(first);
    String answer = new String(first.array(), 0, Math.max(0, read), US_ASCII);
    if (!answer.startsWith("HTTP/1.1 200")) {
      throw new IOException(request.path() + " answered '" + answer + "'; 200 was expected");
    }
  }

  /** Reads the rest of the answer, so that the process has done with the request. */
  void finish() throws IOException {
    var rest = ByteBuffer.allocate(READ_BYTES);
    while (channel.read(rest) >= 0) {
      rest.clear();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
