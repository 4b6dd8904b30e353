package dev.runnel.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Callers that each send the next request as soon as they have the answer to the last (a closed
 * loop), all on one thread. Latency is measured from the first byte sent to the last one got, in
 * nanoseconds; waiting for one's turn on the thread is part of it.
 */
final class Load {

  private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();
  private static final int DIGITS = 3;
  private static final long SELECT_MILLIS = 100;

  /** Where to send. */
  sealed interface Target {

    /** A port of this machine. */
    record Port(int number) implements Target {}

    /** A Unix domain socket. */
    record UnixSocket(java.nio.file.Path path) implements Target {}
  }

  private final Target target;
  private final byte[] request;

  /**
   * @param request one whole HTTP/1.1 request; the first run of 16 zeros in it is replaced by a
   *     number that is new each time
   */
  Load(Target target, byte[] request) {
    this.target = target;
    this.request = request;
  }

  /**
   * What was answered to requests sent within the time, the last of which are waited for, so that
   * nothing is left to do when others have their turn; whatever is not answered with 200 stops it.
   * All connections are there before the first request is sent: the time stamps of what is given
   * back leave out how long that takes.
   */
  Histogram run(int connections, Duration time) throws IOException {
    var latencies = new Histogram(LONGEST_NANOS, DIGITS);
    var callers = new ArrayList<Caller>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        callers.add(caller(selector, latencies));
      }
      latencies.setStartTimeStamp(System.currentTimeMillis());
      call(selector, callers, System.nanoTime() + time.toNanos());
      latencies.setEndTimeStamp(System.currentTimeMillis());
    } finally {
      close(callers);
    }
    return latencies;
  }

  private static void call(Selector selector, List<Caller> callers, long end) throws IOException {
    for (Caller caller : callers) {
      caller.send();
    }
    while (System.nanoTime() < end) {
      read(selector);
    }
    callers.forEach(Caller::sendNoMore);
    long tooLate = end + LONGEST_NANOS;
    while (callers.stream().anyMatch(Caller::waits)) {
      if (System.nanoTime() > tooLate) {
        throw new IOException("a request was not answered within a minute");
      }
      read(selector);
    }
  }

  private static void read(Selector selector) throws IOException {
    selector.select(SELECT_MILLIS);
    for (SelectionKey key : selector.selectedKeys()) {
      ((Caller) key.attachment()).read();
    }
    selector.selectedKeys().clear();
  }

  private Caller caller(Selector selector, Histogram latencies) throws IOException {
    SocketChannel channel = open();
    channel.configureBlocking(false);
    var caller = new Caller(channel, request.clone(), latencies);
    channel.register(selector, SelectionKey.OP_READ, caller);
    return caller;
  }

  private SocketChannel open() throws IOException {
    SocketAddress address =
        switch (target) {
          case Target.Port(int number) -> new InetSocketAddress("localhost", number);
          case Target.UnixSocket(var path) -> java.net.UnixDomainSocketAddress.of(path);
        };
    if (target instanceof Target.UnixSocket) {
      return open(SocketChannel.open(StandardProtocolFamily.UNIX), address);
    }
    SocketChannel channel = SocketChannel.open();
    channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
    return open(channel, address);
  }

  private static SocketChannel open(SocketChannel channel, SocketAddress address)
      throws IOException {
    channel.connect(address);
    return channel;
  }

  private static void close(List<Caller> callers) throws IOException {
    for (Caller caller : callers) {
      caller.close();
    }
  }
}
