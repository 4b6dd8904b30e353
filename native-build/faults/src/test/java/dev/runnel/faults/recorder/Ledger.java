package dev.runnel.faults.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.faults.recorder.Effects.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** The functions' way to the clerk: what is written is on the disk when writing it has returned. */
final class Ledger {

  private static final int MOST_WAITING = 10_000;

  private final BlockingQueue<CompletableFuture<Verdict>> waiting =
      new ArrayBlockingQueue<>(MOST_WAITING);
  private final Socket clerk;

  private Ledger(Socket clerk) {
    this.clerk = clerk;
  }

  /** Of the clerk at this port. */
  static Ledger open(int port) throws IOException {
    var clerk = new Socket(InetAddress.getLoopbackAddress(), port);
    clerk.setTcpNoDelay(true);
    var ledger = new Ledger(clerk);
    Thread.ofPlatform().daemon().name("ledger").start(ledger::listen);
    return ledger;
  }

  /** What has become of it, as it stands there now. */
  Verdict write(String text) throws IOException {
    return send((text + "\n").getBytes(UTF_8)).join();
  }

  /** The clerk acknowledges in the order in which it was told. */
  private synchronized CompletableFuture<Verdict> send(byte[] line) throws IOException {
    var written = new CompletableFuture<Verdict>();
    waiting.add(written);
    clerk.getOutputStream().write(line);
    return written;
  }

  /** One byte for each line. */
  private void listen() {
    var buffer = new byte[MOST_WAITING];
    try (InputStream in = clerk.getInputStream()) {
      for (int lines = in.read(buffer); lines >= 0; lines = in.read(buffer)) {
        for (int i = 0; i < lines; i++) {
          waiting.remove().complete(Verdict.of(buffer[i]));
        }
      }
    } catch (IOException gone) {
      // As if it had ended in order.
    }
    // Nothing may be done that nobody writes down.
    Runtime.getRuntime().halt(1);
  }
}
