package dev.runnel.interop.broker;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.http.HttpMessageFactory;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A broker with one trigger that wants everything: takes events by {@code POST}, delivers each
 * until the subscriber has it or will not have it, and takes replies as new events.
 */
public final class Broker implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 15;

  /** How much shorter the seconds of {@code Retry-After} are here. */
  private static final int HURRY = 50;

  private final Vertx vertx;
  private final Delivery delivery;
  private final Dispatcher dispatcher;
  private final HttpServer ingress;

  /** Its parties are the events that are not done with, and the test that waits for them. */
  private final Phaser underway = new Phaser(1);

  private final List<CloudEvent> accepted = new CopyOnWriteArrayList<>();
  private final List<CloudEvent> dropped = new CopyOnWriteArrayList<>();
  private final List<CloudEvent> deadLetters = new CopyOnWriteArrayList<>();
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

  public Broker(Vertx vertx, Delivery delivery) {
    this.vertx = vertx;
    this.delivery = delivery;
    this.dispatcher = new Dispatcher(vertx);
    this.ingress =
        vertx
            .createHttpServer()
            .requestHandler(this::take)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** Where events are posted to. */
  public URI address() {
    return URI.create("http://localhost:" + ingress.actualPort() + "/");
  }

  /** Takes an event that nobody needs to post. */
  public void publish(CloudEvent event) {
    underway.register();
    vertx.runOnContext(_ -> accept(event, Extensions.ttl(event)));
  }

  /** Waits until all events, and the replies to them, are done with. */
  public void settle() {
    try {
      underway.awaitAdvanceInterruptibly(underway.arrive(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("not settled after " + attempts.size() + " attempts", late);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  /** Every event that came in, replies included, in order. */
  public List<CloudEvent> accepted() {
    return List.copyOf(accepted);
  }

  /** Replies that had gone round too often. */
  public List<CloudEvent> dropped() {
    return List.copyOf(dropped);
  }

  public List<CloudEvent> deadLetters() {
    return List.copyOf(deadLetters);
  }

  /** Every attempt that has ended, in order. */
  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** The status of every attempt that has ended, in order. */
  public List<Integer> statuses() {
    return attempts.stream().map(Attempt::status).toList();
  }

  @Override
  public void close() {
    ingress.close().toCompletionStage().toCompletableFuture().join();
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .map(body -> HttpMessageFactory.createReader(request.headers()::forEach, body.getBytes()))
        .map(MessageReader::toEvent)
        .onSuccess(
            event -> {
              publish(event);
              request.response().setStatusCode(202).end();
            })
        .onFailure(_ -> request.response().setStatusCode(400).end());
  }

  private void accept(CloudEvent event, int ttl) {
    if (ttl <= 0) {
      dropped.add(event);
      underway.arriveAndDeregister();
      return;
    }
    CloudEvent arrived = Extensions.arrived(event, ttl);
    accepted.add(arrived);
    deliver(arrived, delivery.backoff(), delivery.retries())
        .onComplete(_ -> underway.arriveAndDeregister());
  }

  private Future<Attempt> deliver(CloudEvent event, Duration backoff, int retries) {
    return dispatcher
        .deliver(event, delivery)
        .onSuccess(attempts::add)
        .compose(
            attempt ->
                switch (attempt.verdict()) {
                  case COMPLETED -> completed(attempt);
                  case FAILED -> dead(attempt);
                  case RETRY -> retries > 0 ? retried(attempt, backoff, retries) : dead(attempt);
                });
  }

  private Future<Attempt> retried(Attempt attempt, Duration backoff, int retries) {
    Duration asked = attempt.retryAfter().dividedBy(HURRY);
    Duration pause = asked.compareTo(backoff) > 0 ? asked : backoff;
    Promise<Attempt> promise = Promise.promise();
    vertx.setTimer(
        Math.max(1, pause.toMillis()),
        _ -> deliver(attempt.event(), backoff.multipliedBy(2), retries - 1).onComplete(promise));
    return promise.future();
  }

  /** A reply inherits how often it may go round, less the turn that it has just taken. */
  private Future<Attempt> completed(Attempt attempt) {
    attempt
        .reply()
        .ifPresent(
            reply -> {
              underway.register();
              accept(reply, Extensions.ttl(attempt.event()) - 1);
            });
    return Future.succeededFuture(attempt);
  }

  private Future<Attempt> dead(Attempt attempt) {
    deadLetters.add(Extensions.dead(attempt, delivery.subscriber()));
    return Future.succeededFuture(attempt);
  }
}
