package dev.runnel.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A hostile caller, a process of its own: it keeps up one {@link Attack} from when it is told to
 * begin until it is told to stop. Each connection has a virtual thread, which may sleep: nobody
 * waits for it.
 */
public final class HostileCaller {

  private static final long RAMP_MILLIS = 500;
  private static final long PAUSE_MILLIS = 100;

  private final Attack attack;
  private final AtomicLong done = new AtomicLong();
  private volatile boolean over;

  private HostileCaller(Attack attack) {
    this.attack = attack;
  }

  /**
   * The argument: which attack. Lines of the standard input are the port to attack, answered when
   * all connections have begun, and {@code stop}, answered with how much was sent.
   */
  public static void main(String[] args) throws InterruptedException {
    Attack attack = Attack.named(args[0]);
    for (String line = IO.readln(); line != null; line = IO.readln()) {
      int port = Integer.parseInt(line);
      var caller = new HostileCaller(attack);
      try (var connections = Executors.newVirtualThreadPerTaskExecutor()) {
        caller.begin(connections, port);
        IO.readln();
        caller.stop(connections);
      }
      IO.println(caller.done.get());
    }
  }

  private void begin(ExecutorService connections, int port) throws InterruptedException {
    for (int i = 0; i < attack.connections(); i++) {
      connections.execute(() -> keepUp(port));
    }
    TimeUnit.MILLISECONDS.sleep(RAMP_MILLIS);
    IO.println("begun");
  }

  /** Whoever waits for something, or reads, is interrupted, which closes its connection. */
  private void stop(ExecutorService connections) {
    over = true;
    connections.shutdownNow();
  }

  private void keepUp(int port) {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(RAMP_MILLIS));
      while (!over) {
        once(port);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void once(int port) throws InterruptedException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoLinger(true, 0); // leaves nothing behind, so that ports do not run out
      attack.goOn(socket, done);
    } catch (IOException closed) {
      // that was the aim; the next one follows
    }
  }
}
