package dev.runnel.interop.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker does what Knative's specification says, so that what it proves of others counts. */
class BrokerTest {

  private static final CloudEvent EVENT =
      CloudEventBuilder.v1().withId("1").withSource(URI.create("/s")).withType("t").build();

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** The specification's rows from the top. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          FAILED,    100 102 199
          COMPLETED, 200
          COMPLETED, 202
          COMPLETED, 201 203 204 299
          FAILED,    300 302 307 399
          FAILED,    400
          RETRY,     404
          RETRY,     409
          RETRY,     429
          FAILED,    401 403 405 408 410 413 415 422 499
          RETRY,     500 502 503 504 599
          # A response code that is not in the table.
          RETRY,     0 600 999
          """)
  void judgesResponseCodesAsTheSpecificationDoes(Verdict verdict, String codes) {
    assertThat(codes.split(" "))
        .extracting(Integer::parseInt)
        .extracting(Verdict::on)
        .containsOnly(verdict);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          202, 1, 0
          204, 1, 0
          302, 1, 1
          400, 1, 1
          413, 1, 1
          404, 4, 1
          500, 4, 1
          """)
  void deliversAsOftenAsTheCodeAsksFor(int status, int attempts, int deadLetters) {
    try (Broker broker = against(Collections.nCopies(4, Subscriber.status(status)))) {
      broker.publish(EVENT);
      broker.settle();

      assertThat(broker.statuses()).hasSize(attempts).containsOnly(status);
      assertThat(broker.deadLetters()).hasSize(deadLetters);
    }
  }

  @Test
  void stopsToDeliverOnceItIsDelivered() {
    try (Broker broker = against(List.of(Subscriber.status(503), Subscriber.status(409)))) {
      broker.publish(EVENT);
      broker.settle();

      assertThat(broker.statuses()).containsExactly(503, 409, 202);
      assertThat(broker.deadLetters()).isEmpty();
    }
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    long asked = Duration.ofSeconds(10).dividedBy(50).toNanos();
    try (Broker broker =
        against(
            List.of(
                request ->
                    request.response().setStatusCode(429).putHeader("Retry-After", "10").end()))) {
      long start = System.nanoTime();
      broker.publish(EVENT);
      broker.settle();

      assertThat(broker.statuses()).containsExactly(429, 202);
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(asked);
    }
  }

  @Test
  void redeliversWhatWasNotAnswered() {
    Consumer<HttpServerRequest> hangUp = request -> request.connection().close();
    Consumer<HttpServerRequest> silence = _ -> {};
    try (Broker broker = against(List.of(hangUp, silence))) {
      broker.publish(EVENT);
      broker.settle();

      assertThat(broker.statuses()).containsExactly(500, 500, 202);
    }
  }

  @Test
  void saysInADeadLetterWhereAndWhyItDied() {
    Consumer<HttpServerRequest> gone =
        request -> request.response().setStatusCode(410).end("gone since May");
    try (Broker broker = against(List.of(gone))) {
      broker.publish(EVENT);
      broker.settle();

      CloudEvent dead = broker.deadLetters().getFirst();
      assertThat(dead.getId()).isEqualTo("1");
      assertThat(dead.getExtension(Extensions.ERROR_CODE)).isEqualTo(410);
      assertThat(String.valueOf(dead.getExtension(Extensions.ERROR_DEST))).startsWith("http://");
      assertThat(String.valueOf(dead.getExtension(Extensions.ERROR_DATA)))
          .isEqualTo(Base64.getEncoder().encodeToString("gone since May".getBytes(UTF_8)));
    }
  }

  @Test
  void takesARepliedEventAndNothingElse() {
    Consumer<HttpServerRequest> event = request -> reply(request, 200).end();
    Consumer<HttpServerRequest> empty = Subscriber.status(200);
    Consumer<HttpServerRequest> accepted = request -> reply(request, 202).end();
    Consumer<HttpServerRequest> text = request -> request.response().end("thank you");
    try (Broker broker = against(List.of(event, empty))) {
      broker.publish(EVENT);
      broker.settle();
      assertThat(broker.accepted()).extracting(CloudEvent::getId).containsExactly("1", "reply");
      assertThat(broker.accepted()).extracting(Extensions::ttl).containsExactly(255, 254);
    }
    try (Broker broker = against(List.of(accepted))) {
      broker.publish(EVENT);
      broker.settle();
      assertThat(broker.accepted()).hasSize(1);
    }
    try (Broker broker = against(List.of(text))) {
      broker.publish(EVENT);
      broker.settle();
      assertThat(broker.statuses()).containsExactly(502, 202);
    }
  }

  @Test
  void dropsRepliesThatGoRoundInCircles() {
    Consumer<HttpServerRequest> event = request -> reply(request, 200).end();
    try (Broker broker = against(Collections.nCopies(10, event))) {
      broker.publish(CloudEventBuilder.v1(EVENT).withExtension(Extensions.TTL, 3).build());
      broker.settle();

      assertThat(broker.accepted()).extracting(Extensions::ttl).containsExactly(3, 2, 1);
      assertThat(broker.dropped()).hasSize(1);
    }
  }

  private static HttpServerResponse reply(HttpServerRequest request, int status) {
    return request
        .response()
        .setStatusCode(status)
        .putHeader("ce-specversion", "1.0")
        .putHeader("ce-id", "reply")
        .putHeader("ce-source", "/subscriber")
        .putHeader("ce-type", "t");
  }

  private Broker against(List<Consumer<HttpServerRequest>> answers) {
    URI address = new Subscriber(vertx, answers).address();
    return new Broker(vertx, Delivery.to(address).withTimeout(Duration.ofMillis(300)));
  }
}
