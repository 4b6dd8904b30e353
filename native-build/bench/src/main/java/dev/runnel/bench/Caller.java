package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** One connection that sends a request whenever the answer to the last is there. */
final class Caller {

  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() << 16);
  private static final String PLACE = "0".repeat(16);
  private static final int MAX_ANSWER = 64 << 10;

  private final SocketChannel channel;
  private final byte[] request;
  private final int place;
  private final Histogram latencies;
  private final ByteBuffer answer = ByteBuffer.allocate(MAX_ANSWER);
  private long sentAt;
  private int length = -1;
  private boolean waiting;
  private boolean last;

  Caller(SocketChannel channel, byte[] request, Histogram latencies) {
    this.channel = channel;
    this.request = request;
    this.place = new String(request, ISO_8859_1).indexOf(PLACE);
    this.latencies = latencies;
  }

  void send() throws IOException {
    byte[] number = Long.toHexString((1L << 60) + NUMBERS.incrementAndGet()).getBytes(US_ASCII);
    System.arraycopy(number, 0, request, place, number.length);
    answer.clear();
    length = -1;
    waiting = true;
    sentAt = System.nanoTime();
    ByteBuffer out = ByteBuffer.wrap(request);
    while (out.hasRemaining()) {
      channel.write(out); // a few hundred bytes always fit into an empty socket buffer
    }
  }

  void read() throws IOException {
    if (channel.read(answer) < 0) {
      throw new EOFException("the server has closed the connection");
    }
    if (length < 0) {
      length = wholeLength();
    }
    if (length >= 0 && answer.position() >= length) {
      latencies.recordValue(System.nanoTime() - sentAt);
      waiting = false;
      if (!last) {
        send();
      }
    }
  }

  /** The answer that it waits for is the last. */
  void sendNoMore() {
    last = true;
  }

  boolean waits() {
    return waiting;
  }

  void close() throws IOException {
    channel.close();
  }

  /** Bytes of head and body, or -1 while the head is not whole. */
  private int wholeLength() throws IOException {
    String head = new String(answer.array(), 0, answer.position(), ISO_8859_1);
    int end = head.indexOf("\r\n\r\n");
    if (end < 0) {
      return -1;
    }
    if (!head.startsWith("HTTP/1.1 200")) {
      throw new IOException("answered with " + head.lines().findFirst().orElse("nothing"));
    }
    String lower = head.substring(0, end).toLowerCase(Locale.ROOT);
    int field = lower.indexOf("content-length:");
    if (field < 0) {
      throw new IOException("an answer without Content-Length: " + head);
    }
    String value = lower.substring(field + "content-length:".length());
    return end + 4 + Integer.parseInt(value.lines().findFirst().orElse("").strip());
  }
}
