package dev.runnel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Event;
import dev.runnel.interop.broker.Attempt;
import dev.runnel.interop.broker.Broker;
import dev.runnel.interop.broker.Delivery;
import dev.runnel.interop.broker.Extensions;
import dev.runnel.interop.broker.LossyRelay;
import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What functions answer reaches the broker as replies and comes back from it, while the router
 * starts runs with it itself: everything happens once all the same.
 */
@QuarkusTest
class ReplyTest extends BehindBrokerTest {

  @ParameterizedTest
  @EnumSource(Delivery.Form.class)
  void goesRoundTheBrokerWithAChainThatRunsOnce(Delivery.Form form) {
    functions.emits("order", output("order.placed"));
    functions.emits("ship", output("parcel.sent"));
    CloudEvent event = event("order.wanted").build();

    Broker broker = settled(toRouter().withForm(form), event);

    assertThat(broker.accepted())
        .extracting(CloudEvent::getType)
        .containsExactly("order.wanted", "order.placed", "parcel.sent");
    assertThat(broker.accepted()).extracting(Extensions::ttl).containsExactly(255, 254, 253);
    assertThat(broker.accepted().get(1).getSource()).hasToString("/functions/order");
    assertThat(broker.statuses()).containsExactly(200, 200, 202);
    assertThat(functions.called()).containsExactly("order", "ship");
  }

  @Test
  void takesEventsThatWereSentToTheBroker() {
    functions.emits("order", output("order.placed"));
    functions.emits("ship", output("parcel.sent"));

    try (Broker broker = broker(toRouter());
        JavaSdk sender = new JavaSdk(broker.address())) {
      for (JavaSdk.Mode mode : JavaSdk.Mode.values()) {
        assertThat(sender.post(event("order.wanted").build(), mode, "").statusCode())
            .isEqualTo(202);
      }
      broker.settle();

      assertThat(broker.accepted()).hasSize(9);
      assertThat(functions.called())
          .containsExactlyInAnyOrder("order", "order", "order", "ship", "ship", "ship");
    }
  }

  @Test
  void givesTheSameReplyToEveryDelivery() {
    functions.emits("order", output("order.placed"));
    CloudEvent event = event("order.wanted").build();
    Broker broker = settled(toRouter(), event);

    broker.publish(event);
    broker.settle();
    awaitQuiet();

    assertThat(broker.accepted().stream().filter(e -> e.getType().equals("order.placed")))
        .hasSize(2)
        .extracting(CloudEvent::getId)
        .containsOnly(broker.accepted().get(1).getId());
    assertThat(functions.called()).containsExactly("order", "ship");
  }

  @Test
  void isAnsweredWithoutAReplyWhereThereAreSeveral() {
    functions.emits("order", output("order.placed"), output("invoice.made"));

    Broker broker = settled(toRouter(), event("order.wanted").build());

    assertThat(broker.statuses()).containsExactly(202);
    assertThat(broker.accepted()).hasSize(1);
    assertThat(functions.called()).containsExactly("order", "ship");
  }

  @Test
  void isAnsweredWithoutAReplyThatTakesTooLong() {
    CompletableFuture<List<Event>> answer = holds("order");
    Broker broker = broker(toRouter());

    broker.publish(event("order.wanted").build());
    broker.settle();
    answer.complete(List.of(output("order.placed")));
    awaitQuiet();

    assertThat(broker.statuses()).containsExactly(202);
    assertThat(functions.called()).containsExactly("order", "ship");
  }

  @Test
  void bringsTheReplyOnRedeliveryWhereTheBrokerWasImpatient() {
    CompletableFuture<List<Event>> answer = holds("order");
    Broker broker = broker(toRouter().withTimeout(Duration.ofMillis(200)).withRetries(6));

    broker.publish(event("order.wanted").build());
    awaitUntil(() -> broker.attempts().size() == 2);
    answer.complete(List.of(output("order.placed")));
    broker.settle();
    awaitQuiet();

    assertThat(broker.statuses()).startsWith(500, 500).containsOnlyOnce(200).endsWith(202);
    assertThat(broker.accepted())
        .extracting(CloudEvent::getType)
        .containsExactly("order.wanted", "order.placed");
    assertThat(broker.deadLetters()).isEmpty();
    assertThat(functions.called()).containsExactly("order", "ship");
  }

  @Test
  void bringsTheReplyOnRedeliveryWhereAnswersWereLost() {
    functions.emits("order", output("order.placed"));
    functions.emits("ship", output("parcel.sent"));

    try (LossyRelay relay = new LossyRelay(vertx, router, 2)) {
      Broker broker = settled(Delivery.to(relay.address()), event("order.wanted").build());

      assertThat(broker.attempts())
          .extracting(Attempt::status)
          .containsExactly(500, 500, 200, 200, 202);
      assertThat(broker.accepted())
          .extracting(CloudEvent::getType)
          .containsExactly("order.wanted", "order.placed", "parcel.sent");
      assertThat(functions.called()).containsExactly("order", "ship");
    }
  }
}
