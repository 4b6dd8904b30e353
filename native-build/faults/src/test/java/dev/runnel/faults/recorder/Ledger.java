package dev.runnel.faults.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** Lines that are on the disk when writing them has returned. Those that come together share it. */
final class Ledger {

  private static final int MOST_WAITING = 10_000;

  private record Line(String text, CompletableFuture<Void> written) {}

  private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final FileChannel file;

  private Ledger(FileChannel file) {
    this.file = file;
  }

  static Ledger open(Path path) throws IOException {
    var ledger =
        new Ledger(
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.DSYNC));
    Thread.ofPlatform().daemon().name("ledger").start(ledger::write);
    return ledger;
  }

  void write(String text) throws InterruptedException {
    var line = new Line(text + "\n", new CompletableFuture<>());
    waiting.put(line);
    line.written().join();
  }

  private void write() {
    try {
      while (true) {
        var lines = new ArrayList<Line>(List.of(waiting.take()));
        waiting.drainTo(lines);
        write(lines);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(List<Line> lines) throws IOException {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()));
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    lines.forEach(line -> line.written().complete(null));
  }
}
