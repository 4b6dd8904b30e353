package dev.runnel.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection of HTTP/1.1 on which requests are sent and answered one after the other. */
final class Conversation implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int MAX_LINE = 8 << 10;
  private static final int MAX_LINES = 100;
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;

  Conversation(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** A new connection to this port of this machine. */
  static Conversation with(int port) throws IOException {
    return new Conversation(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Sends one whole request and reads its whole answer, whose status this is. */
  int exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    String status = line();
    long length = 0;
    String field = line();
    for (int lines = 0; !field.isEmpty(); lines++) {
      if (lines > MAX_LINES) {
        throw new IOException("the answer's head does not end");
      }
      String lower = field.toLowerCase(Locale.ROOT);
      if (lower.startsWith(LENGTH)) {
        length = Long.parseLong(lower.substring(LENGTH.length()).strip());
      }
      field = line();
    }
    in.skipNBytes(length);
    return Integer.parseInt(status.split(" ", 3)[1]);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > MAX_LINE) {
        throw new EOFException("the connection was closed, or is not HTTP/1.1");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
