package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a hostile caller does, over how many connections. */
enum Attack {
  SLOW_HEADS("1,000 connections, each a byte of a head a second", 1_000),
  SLOW_BODIES("1,000 connections, each a byte of a body a second", 1_000),
  DEEP_JSON("400 events a second of 10,000 nested arrays", 8),
  LARGE_EVENTS("40 events a second of 1 MiB and 90,000 tokens", 4),
  LARGE_BATCHES("4 batches a second of 7 MiB and 1,000 events", 2),
  RAPID_RESET("40 connections a second, each begins and resets 1,000 HTTP/2 streams", 4),
  CONNECTIONS(
      "200 connections more than are allowed, each opened again 100 ms after its end", 2_200);

  private static final byte[] SLOW_HEAD = "POST / HTTP/1.1\r\nx: ".getBytes(US_ASCII);
  private static final byte[] SLOW_BODY =
      (HostileRequests.HEAD + "Content-Length: 1000\r\n\r\n").getBytes(US_ASCII);

  private final String what;
  private final int connections;

  Attack(String what, int connections) {
    this.what = what;
    this.connections = connections;
  }

  /** For people. */
  String what() {
    return what;
  }

  /** As it is named on the command line and in reports. */
  String shown() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Attack named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** How many connections it keeps open, as far as it is let. */
  int connections() {
    return connections;
  }

  /**
   * The whole life of one connection, which ends when the server has enough of it.
   *
   * @param done counts what was sent: bytes, requests, streams, or connections
   */
  void goOn(Socket socket, AtomicLong done) throws IOException, InterruptedException {
    switch (this) {
      case SLOW_HEADS -> trickle(socket, SLOW_HEAD, done);
      case SLOW_BODIES -> trickle(socket, SLOW_BODY, done);
      case DEEP_JSON -> ask(socket, HostileRequests.DEEP_JSON, 20, done);
      case LARGE_EVENTS -> ask(socket, HostileRequests.LARGE_EVENT, 100, done);
      case LARGE_BATCHES -> ask(socket, HostileRequests.LARGE_BATCH, 500, done);
      case RAPID_RESET -> reset(socket, done);
      case CONNECTIONS -> {
        done.incrementAndGet();
        toTheEnd(socket);
      }
    }
  }

  private static void trickle(Socket socket, byte[] begin, AtomicLong done)
      throws IOException, InterruptedException {
    socket.getOutputStream().write(begin);
    while (!Thread.interrupted()) {
      socket.getOutputStream().write('x');
      done.incrementAndGet();
      TimeUnit.SECONDS.sleep(1);
    }
  }

  /** At fixed times; one that is missed because the answer took so long is left out. */
  private static void ask(Socket socket, byte[] request, int everyMillis, AtomicLong done)
      throws IOException, InterruptedException {
    var conversation = new Conversation(socket);
    long every = TimeUnit.MILLISECONDS.toNanos(everyMillis);
    while (!Thread.interrupted()) {
      long next = System.nanoTime() + every;
      conversation.exchange(request);
      done.incrementAndGet();
      TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
    }
  }

  private static void reset(Socket socket, AtomicLong done)
      throws IOException, InterruptedException {
    socket.getOutputStream().write(HostileRequests.RAPID_RESET);
    done.addAndGet(HostileRequests.STREAMS);
    socket.shutdownOutput();
    toTheEnd(socket);
  }

  private static void toTheEnd(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    in.transferTo(java.io.OutputStream.nullOutputStream());
  }
}
