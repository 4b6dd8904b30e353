package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Problem;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delivers over real connections. */
class SinkTest {
  private static final List<Event> THREE =
      IntStream.range(0, 3)
          .mapToObj(n -> Event.of("id €" + n, "/functions/f", "t", Data.json("[" + n + "]")))
          .toList();

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Delivery deliver(Optional<String> address, List<Event> events) {
    return deliver(new Sink(vertx, address, Optional.empty()), events);
  }

  private static Delivery deliver(Sink sink, List<Event> events) {
    return sink.deliver(events).await().atMost(Duration.ofSeconds(30));
  }

  private static Problem refusal(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Refused.class);
    return ((Delivery.Refused) delivery).problem();
  }

  @Test
  void postsEachEventInItsPlaceWhateverAcknowledgesIt() throws IOException {
    try (var sink = ScriptedSink.answering(202, 200, 204)) {
      assertThat(deliver(Optional.of(sink.url()), THREE)).isEqualTo(new Delivery.Taken());

      assertThat(sink.received()).isEqualTo(THREE);
    }
  }

  @Test
  void keepsItsConnections() throws IOException {
    try (var sink = ScriptedSink.answering()) {
      deliver(Optional.of(sink.url()), Collections.nCopies(100, THREE.getFirst()));

      assertThat(sink.ports()).hasSize(100);
      assertThat(sink.ports().stream().distinct().count()).isLessThan(10);
    }
  }

  @Test
  void addsTheOverrides() throws IOException {
    try (var sink = ScriptedSink.answering()) {
      var overrides = Optional.of("{\"extensions\": {\"region\": \"eu\"}}");

      deliver(new Sink(vertx, Optional.of(sink.url()), overrides), THREE);

      assertThat(sink.received())
          .isEqualTo(THREE.stream().map(event -> event.with(Map.of("region", "eu"))).toList());
    }
  }

  @Test
  void postsAgainWhatMayBeTakenLater() throws IOException {
    try (var sink = ScriptedSink.answering(202, 503, 429)) {
      assertThat(deliver(Optional.of(sink.url()), THREE)).isEqualTo(new Delivery.Taken());

      assertThat(sink.received())
          .containsExactly(THREE.get(0), THREE.get(1), THREE.get(1), THREE.get(1), THREE.get(2));
    }
  }

  @Test
  void postsAgainWhereTheConnectionBreaks() throws IOException {
    try (var sink = ScriptedSink.answering(ScriptedSink.HANG_UP)) {
      assertThat(deliver(Optional.of(sink.url()), THREE)).isEqualTo(new Delivery.Taken());

      assertThat(sink.received()).isEqualTo(THREE);
    }
  }

  @Test
  void hangsUpOnASinkThatGoesOnAndOn() throws IOException {
    try (var sink = ScriptedSink.answering(ScriptedSink.BABBLE)) {
      assertThat(deliver(Optional.of(sink.url()), THREE)).isEqualTo(new Delivery.Taken());

      assertThat(sink.received()).isEqualTo(THREE);
    }
  }

  @Test
  void givesUpAfterAFewAttempts() throws IOException {
    try (var sink = ScriptedSink.answering(500, 500, 500, 500)) {
      Problem problem = refusal(deliver(Optional.of(sink.url()), THREE));

      assertThat(problem.status()).isEqualTo(502);
      assertThat(problem.code()).isEqualTo("sink-failed");
      assertThat(problem.detail()).contains("answered 500", "2xx").doesNotContain("localhost");
      assertThat(sink.received()).hasSize(4).containsOnly(THREE.getFirst());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 400, 413})
  void stopsAtOnceAtAnAnswerThatWillNotChange(int status) throws IOException {
    try (var sink = ScriptedSink.answering(202, status)) {
      Problem problem = refusal(deliver(Optional.of(sink.url()), THREE));

      assertThat(problem.detail()).contains("answered " + status);
      assertThat(sink.received()).isEqualTo(THREE.subList(0, 2));
      assertThat(sink.ports()).as("no redirect is followed").hasSize(2);
    }
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    String url;
    try (var sink = ScriptedSink.answering()) {
      url = sink.url();
    }

    Problem problem = refusal(deliver(Optional.of(url), THREE));

    assertThat(problem.code()).isEqualTo("sink-failed");
    assertThat(problem.detail()).contains("cannot be reached").doesNotContain("localhost");
  }

  @Test
  void saysWhatIsMissingWhereThereIsNoSink() {
    Problem problem = refusal(deliver(Optional.empty(), THREE));

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.detail()).contains("3 events", "K_SINK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush",
        "/hush",
        "ftp://hush/",
        "http:///hush",
        "http://me:hush@host/",
        "http://["
      })
  void stopsTheStartForAnAddressThatIsNone(String url) {
    assertThatThrownBy(() -> new Sink(vertx, Optional.of(url), Optional.empty()))
        .hasMessageContaining("K_SINK")
        .message()
        .doesNotContain("hush");
  }
}
