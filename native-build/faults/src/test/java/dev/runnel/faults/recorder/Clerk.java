package dev.runnel.faults.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A process that writes down what the functions say of themselves, with the time, and outlives
 * them. A line is on the disk before it is acknowledged; those that come together share that.
 */
public final class Clerk {

  private static final int BUFFER = 65_536;

  /** More than any line has. What is longer is nothing that the functions said. */
  private static final int MOST_BYTES = 1 << 20;

  private final FileChannel ledger;

  private Clerk(FileChannel ledger) {
    this.ledger = ledger;
  }

  /**
   * Serves one process of functions after the other, until it is killed.
   *
   * @param arguments the port, and the ledger's file
   */
  public static void main(String... arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    try (FileChannel ledger =
            FileChannel.open(
                Path.of(arguments[1]),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC);
        var door = new ServerSocket(port, 8, InetAddress.getLoopbackAddress())) {
      var clerk = new Clerk(ledger);
      while (!door.isClosed()) {
        try (Socket functions = door.accept()) {
          functions.setTcpNoDelay(true);
          clerk.serve(functions);
        }
      }
    }
  }

  /** Until they are gone. Half a line is none: nobody was told that it is written. */
  private void serve(Socket functions) throws IOException {
    var buffer = new byte[BUFFER];
    var unfinished = new ByteArrayOutputStream();
    try (InputStream in = functions.getInputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        unfinished.write(buffer, 0, read);
        if (buffer[read - 1] == '\n') {
          int lines = write(unfinished.toString(UTF_8));
          unfinished.reset();
          functions.getOutputStream().write(new byte[lines]);
        } else if (unfinished.size() > MOST_BYTES) {
          throw new IllegalStateException("a line of more than %d bytes".formatted(MOST_BYTES));
        }
      }
    } catch (IOException killed) {
      // As they are meant to be. Others come.
    }
  }

  /** How many lines they were. */
  private int write(String text) throws IOException {
    long now = System.currentTimeMillis();
    var stamped = new StringBuilder();
    text.lines().forEach(line -> stamped.append(now).append('\t').append(line).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(stamped.toString().getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      ledger.write(bytes);
    }
    return Math.toIntExact(text.lines().count());
  }
}
