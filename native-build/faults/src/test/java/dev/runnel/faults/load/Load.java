package dev.runnel.faults.load;

import dev.runnel.faults.platform.Ports;
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
 * five times at once.
 */
public final class Load implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_DELIVERIES = 5;
  private static final int MOST_UNDER_WAY = 2_000;
  private static final int MOST_EVENTS = 100_000;

  /** Redeliveries at the same time. */
  private static final int REDELIVERERS = 16;

  /** An answer of 2xx. */
  private record Acceptance(Instant sent, Instant answered) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final URI router;
  private final String source;
  private final SplittableRandom random;
  private final Supplier<Kind> kinds;
  private final Queue<Sent> events = new ConcurrentLinkedQueue<>();
  private final Queue<Acceptance> acceptances = new ConcurrentLinkedQueue<>();
  private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean over;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private Load(int port, String source, SplittableRandom random, Supplier<Kind> kinds) {
    this.router = Ports.url(port, "/");
    this.source = source;
    this.random = random;
    this.kinds = kinds;
  }

  /** A load that sends nothing by itself. */
  public static Load quiet(int port, String source) {
    return new Load(port, source, new SplittableRandom(0), () -> Kind.SINGLE);
  }

  /** A load of so many events a second, of any kind, until it is stopped. */
  public static Load start(int port, String source, int rate, long seed) {
    var random = new SplittableRandom(seed);
    return new Load(port, source, random, () -> Kind.any(random)).begin(rate);
  }

  /** The same, of one kind. */
  public static Load start(int port, String source, int rate, Kind kind) {
    return new Load(port, source, new SplittableRandom(0), () -> kind).begin(rate);
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
    deliver(event);
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
                                deliver(it);
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** When the first event that was sent after this moment was accepted; later than any: none. */
  public Instant firstAcceptedAfter(Instant moment) {
    return acceptances.stream()
        .filter(it -> it.sent().isAfter(moment))
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
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  deliver(event);
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

  private void deliver(Sent event) {
    Instant sent = Instant.now();
    try {
      HttpResponse<Void> answer = client.send(request(event), BodyHandlers.discarding());
      String run = answer.headers().firstValue("Location").orElse("");
      if (answer.statusCode() == 202 && !run.isEmpty()) {
        event.accepted(run.substring(run.lastIndexOf('/') + 1));
        acceptances.add(new Acceptance(sent, Instant.now()));
      } else {
        event.troubled(answer.statusCode() + " " + answer.headers().map());
      }
    } catch (IOException e) {
      event.troubled(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(Sent event) {
    return HttpRequest.newBuilder(router)
        .timeout(PATIENCE)
        .header("ce-specversion", "1.0")
        .header("ce-id", event.id())
        .header("ce-source", source)
        .header("ce-type", event.kind().type())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"n\":\"" + event.id() + "\"}"))
        .build();
  }
}
