package dev.runnel.faults.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Events of one source at a steady rate, whatever becomes of them; every tenth is delivered up to
 * five times at once. Routers get them in turns; who is not answered 2xx by one tries the others.
 */
public final class Load implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Of who has others to ask. */
  private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(4);

  private static final int MOST_DELIVERIES = 5;
  private static final int MOST_UNDER_WAY = 2_000;
  private static final int MOST_EVENTS = 100_000;

  /** Redeliveries at the same time. */
  private static final int REDELIVERERS = 16;

  /** An answer of 2xx. */
  private record Acceptance(URI router, Instant sent, Instant answered) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final List<URI> routers;
  private final String source;
  private final SplittableRandom random;
  private final Supplier<Kind> kinds;
  private final Queue<Sent> events = new ConcurrentLinkedQueue<>();
  private final Queue<Acceptance> acceptances = new ConcurrentLinkedQueue<>();
  private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean over;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Load(List<URI> routers, String source, SplittableRandom random, Supplier<Kind> kinds) {
    this.routers = List.copyOf(routers);
    this.source = source;
    this.random = random;
    this.kinds = kinds;
  }

  /** A load that sends nothing by itself. */
  public static Load quiet(List<URI> routers, String source) {
    return new Load(routers, source, new SplittableRandom(0), () -> Kind.SINGLE);
  }

  /** A load of so many events a second, of any kind, until it is stopped. */
  public static Load start(List<URI> routers, String source, int rate, long seed) {
    var random = new SplittableRandom(seed);
    return new Load(routers, source, random, () -> Kind.any(random)).begin(rate);
  }

  /** The same, of one kind. */
  public static Load start(List<URI> routers, String source, int rate, Kind kind) {
    return new Load(routers, source, new SplittableRandom(0), () -> kind).begin(rate);
  }

  private Load begin(int rate) {
    Thread.ofPlatform().daemon().name("load").start(() -> run(rate));
    return this;
  }

  /** The source of all its events. */
  public String source() {
    return source;
  }

  /** All that was sent so far. */
  public Collection<Sent> events() {
    return List.copyOf(events);
  }

  /** Sends one more event, once. */
  public Sent send(Kind kind) {
    Sent event = next(kind);
    deliver(event, 0);
    return event;
  }

  /** Returns when everything that was sent has been answered, or not. */
  public void stop() throws InterruptedException {
    over = true;
    stopped.await();
    underWay.acquire(MOST_UNDER_WAY);
    underWay.release(MOST_UNDER_WAY);
  }

  /** Delivers what was not accepted once more, as any sender would that got no 2xx. */
  public void redeliver() throws InterruptedException {
    var left = new ConcurrentLinkedQueue<>(events.stream().filter(it -> !it.accepted()).toList());
    var threads =
        IntStream.range(0, REDELIVERERS)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (Sent it = left.poll(); it != null; it = left.poll()) {
                                deliver(it, i);
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /**
   * When the last of the routers had accepted an event that was sent to it after this moment; later
   * than any: one has not.
   */
  public Instant acceptedByAllAfter(Instant moment) {
    return routers.stream()
        .map(router -> acceptedAfter(moment, router))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private Instant acceptedAfter(Instant moment, URI router) {
    return acceptances.stream()
        .filter(it -> it.router().equals(router) && it.sent().isAfter(moment))
        .map(Acceptance::answered)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  @Override
  public void close() {
    over = true;
    client.shutdownNow();
  }

  private void run(int rate) {
    long pause = Duration.ofSeconds(1).toNanos() / rate;
    long due = System.nanoTime();
    while (!over && count.get() < MOST_EVENTS) {
      sendUnlessTooManyAreUnderWay();
      due += pause;
      LockSupport.parkNanos(due - System.nanoTime());
    }
    stopped.countDown();
  }

  private void sendUnlessTooManyAreUnderWay() {
    int deliveries = random.nextInt(10) == 0 ? random.nextInt(2, MOST_DELIVERIES + 1) : 1;
    if (!underWay.tryAcquire(deliveries)) {
      return;
    }
    Sent event = next(kinds.get());
    for (int i = 0; i < deliveries; i++) {
      int turn = count.get() + i;
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  deliver(event, turn);
                } finally {
                  underWay.release();
                }
              });
    }
  }

  private Sent next(Kind kind) {
    var event =
        new Sent(kind.name().toLowerCase(Locale.ROOT) + "-" + count.incrementAndGet(), kind);
    events.add(event);
    return event;
  }

  /**
   * Until a router takes it.
   *
   * @param turn which one is asked first, counted round and round
   */
  private void deliver(Sent event, int turn) {
    boolean accepted = false;
    for (int i = 0; i < routers.size() && !accepted; i++) {
      accepted = isAccepted(event, routers.get((turn + i) % routers.size()));
    }
  }

  private boolean isAccepted(Sent event, URI router) {
    Instant sent = Instant.now();
    try {
      HttpResponse<Void> answer = client.send(request(event, router), BodyHandlers.discarding());
      String run = answer.headers().firstValue("Location").orElse("");
      if (answer.statusCode() == 202 && !run.isEmpty()) {
        event.accepted(run.substring(run.lastIndexOf('/') + 1));
        acceptances.add(new Acceptance(router, sent, Instant.now()));
        return true;
      }
      event.troubled(answer.statusCode() + " " + answer.headers().map());
    } catch (IOException e) {
      event.troubled(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private HttpRequest request(Sent event, URI router) {
    return HttpRequest.newBuilder(router)
        .timeout(routers.size() == 1 ? PATIENCE : LITTLE_PATIENCE)
        .header("ce-specversion", "1.0")
        .header("ce-id", event.id())
        .header("ce-source", source)
        .header("ce-type", event.kind().type())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"n\":\"" + event.id() + "\"}"))
        .build();
  }
}
