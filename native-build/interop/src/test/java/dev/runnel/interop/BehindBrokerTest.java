package dev.runnel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.interop.broker.Broker;
import dev.runnel.interop.broker.Delivery;
import dev.runnel.server.invoke.Answers;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test has in which the router is a broker's subscriber. */
abstract class BehindBrokerTest extends InteropTest {

  Vertx vertx = Vertx.vertx();

  @BeforeEach
  void startNetwork() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void stopNetwork() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  Delivery toRouter() {
    return Delivery.to(router);
  }

  Broker broker(Delivery delivery) {
    return new Broker(vertx, delivery);
  }

  /** What becomes of an event in the end. */
  Broker settled(Delivery delivery, CloudEvent event) {
    Broker broker = broker(delivery);
    broker.publish(event);
    broker.settle();
    awaitQuiet();
    return broker;
  }

  /** The function does not answer before the test lets it; then with nothing. */
  CompletableFuture<List<Event>> holds(String function) {
    var answer = new CompletableFuture<List<Event>>();
    functions.script(function, call -> held(answer).map(events -> Answers.of(call, events)));
    return answer;
  }

  static CloudEventBuilder event(String type) {
    return CloudEventBuilder.v1()
        .withId(UUID.randomUUID().toString())
        .withSource(URI.create("/broker"))
        .withType(type)
        .withData("application/json", "{\"n\":1}".getBytes(UTF_8));
  }

  static Event output(String type) {
    return Event.of("any", "/any", type, Data.json("{\"n\":2}"));
  }

  private static Uni<List<Event>> held(CompletableFuture<List<Event>> answer) {
    return Uni.createFrom().completionStage(() -> answer.copy());
  }
}
