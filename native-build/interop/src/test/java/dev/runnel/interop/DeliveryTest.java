package dev.runnel.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.Event;
import dev.runnel.interop.broker.Broker;
import dev.runnel.interop.broker.Delivery;
import dev.runnel.interop.broker.Extensions;
import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the router answers makes a broker of Knative do the right thing: nothing is lost,
 * nothing comes again for ever, and nothing runs twice.
 */
@QuarkusTest
class DeliveryTest extends BehindBrokerTest {

  private static final int ROOM = 40;

  /** Retries enough for a test that is slow to let go of what is in the way. */
  private static final int PATIENT = 7;

  @ParameterizedTest
  @EnumSource(Delivery.Form.class)
  void takesAnEventAsTheDispatcherSendsIt(Delivery.Form form) {
    CloudEvent event =
        event("note.wanted").withSubject("Grüße 😀").withExtension("tenant", "a, b").build();

    Broker broker = settled(toRouter().withForm(form), event);

    assertThat(broker.statuses()).containsExactly(202);
    assertThat(broker.deadLetters()).isEmpty();
    Event got = received("/broker", event.getId());
    assertThat(got.data().text()).isEqualTo("{\"n\":1}");
    assertThat(got.attributes())
        .containsEntry("subject", "Grüße 😀")
        .containsEntry("tenant", "a, b")
        .containsEntry(Extensions.TTL, "255")
        .containsKeys(Extensions.ARRIVAL, "traceparent");
  }

  @Test
  void isDoneWithAnEventThatNobodyWants() {
    Broker broker = settled(toRouter(), event("nobody.wants").build());

    assertThat(broker.statuses()).containsExactly(202);
    assertThat(broker.deadLetters()).isEmpty();
  }

  @Test
  void isDoneWithAnEventWhoseFunctionFails() {
    functions.fails("note");

    Broker broker = settled(toRouter(), event("note.wanted").build());

    assertThat(broker.statuses()).containsExactly(202);
    assertThat(functions.called()).containsExactly("note");
  }

  @Test
  void runsOnceHoweverOftenItIsDelivered() {
    CloudEvent event = event("note.wanted").build();
    Broker broker = broker(toRouter());

    for (int i = 0; i < 5; i++) {
      broker.publish(event);
    }
    broker.settle();

    assertThat(broker.statuses()).hasSize(5).containsOnly(202);
    assertThat(functions.called()).containsExactly("note");
  }

  @Test
  void isSentAgainWhatThereWasNoRoomFor() {
    CompletableFuture<List<Event>> answer = holds("note");
    Broker broker = broker(toRouter().withRetries(PATIENT));
    for (int i = 0; i < ROOM; i++) {
      broker.publish(event("note.wanted").build());
    }
    awaitUntil(() -> functions.called().size() == ROOM);

    CloudEvent last = event("note.wanted").build();
    broker.publish(last);
    awaitUntil(() -> broker.statuses().contains(429));
    answer.complete(List.of());
    broker.settle();

    assertThat(broker.attempts().getFirst().retryAfter()).isPositive();
    assertThat(broker.deadLetters()).isEmpty();
    assertThat(functions.called()).hasSize(ROOM + 1);
    assertThat(received("/broker", last.getId()).data().text()).isEqualTo("{\"n\":1}");
  }

  @Test
  void isSentAgainWhatTheJournalCouldNotWrite() {
    journal.breaks(true);
    Broker broker = broker(toRouter().withRetries(PATIENT));

    broker.publish(event("note.wanted").build());
    awaitUntil(() -> broker.statuses().contains(503));
    journal.breaks(false);
    broker.settle();

    assertThat(broker.statuses()).startsWith(503).endsWith(202);
    assertThat(broker.attempts().getFirst().retryAfter()).isPositive();
    assertThat(broker.deadLetters()).isEmpty();
    assertThat(functions.called()).containsExactly("note");
  }

  @Test
  void leavesADeadLetterThatCanBeSentAgainWhileTheJournalStaysDown() throws IOException {
    journal.breaks(true);
    CloudEvent event = event("note.wanted").build();
    Broker broker = settled(toRouter(), event);
    assertThat(broker.statuses()).containsExactly(503, 503, 503, 503);
    assertDead(broker, 503, "unavailable");
    assertThat(functions.called()).isEmpty();

    journal.breaks(false);
    broker.publish(broker.deadLetters().getFirst());
    broker.settle();

    assertThat(broker.statuses()).endsWith(202);
    assertThat(received("/broker", event.getId()).attribute(Extensions.ERROR_CODE))
        .isEqualTo("503");
  }

  @Test
  void isNotSentAgainWhatIsNoEvent() throws IOException {
    // Neither Knative nor the SDK encodes the percent sign, and the specification wants it encoded.
    Broker broker = settled(toRouter(), event("note.wanted").withSubject("100% sure").build());

    assertThat(broker.statuses()).containsExactly(400);
    assertDead(broker, 400, "malformed-event");
    assertThat(functions.called()).isEmpty();
  }

  @Test
  void isNotSentAgainWhatIsTooLarge() throws IOException {
    Broker broker = broker(toRouter());

    broker.publish(event("note.wanted").withData("text/plain", new byte[1_048_577]).build());
    broker.settle();
    broker.publish(event("note.wanted").build());
    broker.settle();

    assertThat(broker.statuses()).containsExactly(413, 202);
    assertDead(broker, 413, "too-large");
    assertThat(functions.called()).containsExactly("note");
  }

  @Test
  void isNotSentAgainWhatIsInAFormatThatItDoesNotRead() throws IOException {
    byte[] xml = "<event xmlns='http://cloudevents.io/xmlformat/V1'/>".getBytes(UTF_8);

    Broker broker =
        settled(
            toRouter(), event("note.wanted").withData("application/cloudevents+xml", xml).build());

    assertThat(broker.statuses()).containsExactly(415);
    assertDead(broker, 415, "unsupported-format");
  }

  @Test
  void isLookedForALittleWhileWhereItIsNot() throws IOException {
    Broker elsewhere =
        settled(Delivery.to(router.resolve("/elsewhere")), event("note.wanted").build());
    assertThat(elsewhere.statuses()).containsExactly(404, 404, 404, 404);
    assertDead(elsewhere, 404, "no-such-path");

    Broker nowhere =
        settled(Delivery.to(router.resolve("http://localhost:1/")), event("note.wanted").build());
    assertThat(nowhere.statuses()).containsExactly(500, 500, 500, 500);
    assertThat(nowhere.deadLetters()).hasSize(1);
    assertThat(functions.called()).isEmpty();
  }

  /** The dead letter carries the router's problem, which says what to do. */
  private static void assertDead(Broker broker, int status, String code) throws IOException {
    assertThat(broker.deadLetters()).hasSize(1);
    CloudEvent dead = broker.deadLetters().getFirst();
    assertThat(dead.getExtension(Extensions.ERROR_CODE)).isEqualTo(status);
    byte[] problem =
        Base64.getDecoder().decode(String.valueOf(dead.getExtension(Extensions.ERROR_DATA)));
    assertThat(new ObjectMapper().readTree(problem).path("code").asText()).isEqualTo(code);
  }
}
