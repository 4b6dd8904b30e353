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
import java.util.List;

/**
 * A process that writes down what the functions say of themselves, with the time, and outlives
 * them. A line is on the disk before it is acknowledged; those that come together share that. It is
 * also where functions have their effects that check before, and tells them what became of each.
 */
public final class Clerk {

  private static final int BUFFER = 65_536;

  /** More than any line has. What is longer is nothing that the functions said. */
  private static final int MOST_BYTES = 1 << 20;

  /** What functions say who are about to have an effect, if they may. */
  static final String EFFECT = "effect";

  /** Of a line, from 0. */
  private static final int KEY = 8;

  private static final int EPOCH = 9;

  private final FileChannel ledger;
  private final Effects effects = new Effects();

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
          byte[] verdicts = write(unfinished.toString(UTF_8));
          unfinished.reset();
          functions.getOutputStream().write(verdicts);
        } else if (unfinished.size() > MOST_BYTES) {
          throw new IllegalStateException("a line of more than %d bytes".formatted(MOST_BYTES));
        }
      }
    } catch (IOException killed) {
      // As they are meant to be. Others come.
    }
  }

  /** What became of each line: the letter of a {@link Effects.Verdict}. */
  private byte[] write(String text) throws IOException {
    long now = System.currentTimeMillis();
    List<String> lines = text.lines().toList();
    var verdicts = new byte[lines.size()];
    var stamped = new StringBuilder();
    for (int i = 0; i < verdicts.length; i++) {
      List<String> fields = List.of(lines.get(i).split("\t", -1));
      Effects.Verdict verdict = judge(fields);
      verdicts[i] = verdict.letter();
      String what = fields.getFirst().equals(EFFECT) ? verdict.word() : fields.getFirst();
      stamped.append(now).append('\t').append(what).append('\t');
      stamped.append(String.join("\t", fields.subList(1, fields.size()))).append('\n');
    }
    ByteBuffer bytes = ByteBuffer.wrap(stamped.toString().getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      ledger.write(bytes);
    }
    return verdicts;
  }

  /** Anything but an effect becomes what it says. */
  private Effects.Verdict judge(List<String> fields) {
    String key = fields.get(KEY);
    long epoch = Long.parseLong(fields.get(EPOCH));
    return switch (fields.getFirst()) {
      case EFFECT -> effects.have(key, epoch);
      default -> {
        effects.begin(key, epoch);
        yield Effects.Verdict.EFFECT;
      }
    };
  }
}
