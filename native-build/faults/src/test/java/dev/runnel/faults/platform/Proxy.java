package dev.runnel.faults.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the router and its database, and is as bad as networks are. */
public final class Proxy implements AutoCloseable {

  /** What becomes of what passes. */
  public sealed interface Weather {

    /** Everything arrives. */
    record Fair() implements Weather {}

    /** Answers are late. */
    record Slow(Duration delay) implements Weather {}

    /** One of so many answers does not arrive: its connection is reset in its place. */
    record Cutting(int of) implements Weather {}

    /** There are no connections, and there will be none. */
    record Closed() implements Weather {}

    /** Nothing arrives any more over connections that are there now, and nobody is told. */
    record Silent() implements Weather {}
  }

  private final ServerSocket door;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile Weather weather = new Weather.Fair();

  private Proxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** One to a port of this machine. */
  static Proxy to(int target) throws IOException {
    var proxy = new Proxy(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), target);
    Thread.ofPlatform().daemon().name("proxy").start(proxy::listen);
    return proxy;
  }

  int port() {
    return door.getLocalPort();
  }

  /** From now on. Connections that were silent once stay silent. */
  public void turn(Weather next) {
    weather = next;
    if (next instanceof Weather.Closed) {
      reset();
    }
  }

  /** Ends all connections the hard way. */
  public void reset() {
    links.forEach(Link::reset);
  }

  /** How many answers did not arrive. */
  public int cuts() {
    return cuts.get();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reset();
  }

  /**
   * What becomes of some bytes on their way.
   *
   * @param answering whether the database sent them
   * @return whether they are to be handed on
   */
  boolean passes(Link link, boolean answering) {
    return switch (weather) {
      case Weather.Fair(), Weather.Closed() -> !link.isSilent();
      case Weather.Slow(Duration delay) -> {
        if (answering) {
          Patience.pause(delay);
        }
        yield !link.isSilent();
      }
      case Weather.Cutting(int of) -> {
        if (answering && answers.incrementAndGet() % of == 0) {
          cuts.incrementAndGet();
          link.reset();
          yield false;
        }
        yield !link.isSilent();
      }
      case Weather.Silent() -> {
        link.silence();
        yield false;
      }
    };
  }

  void forget(Link link) {
    links.remove(link);
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        // Closed, or the caller has gone already.
      }
    }
  }

  private void connect(Socket caller) throws IOException {
    if (weather instanceof Weather.Closed) {
      caller.close();
      return;
    }
    try {
      var database = new Socket(InetAddress.getLoopbackAddress(), target);
      var link = new Link(this, caller, database);
      links.add(link);
      link.start();
    } catch (IOException e) {
      caller.close();
      throw e;
    }
  }
}
