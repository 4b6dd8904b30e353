package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.Outcome;
import dev.runnel.http.Exchange;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sender that takes one reply gets, and its application's sink. */
@SuppressWarnings("NullAway.Init") // set before each test
class RepliesTest {
  private static final Event CALL = Event.of("1", "/tests", "t", Data.NONE);
  private static final Event ONE = Event.of("a", "/functions/f", "done", Data.json("1"));
  private static final Event TWO = Event.of("b", "/functions/f", "done", Data.json("2"));
  private static final Event OUTCOME =
      Event.of("c", "/functions/f", Outcome.EVENT_TYPE, Data.json("3"));

  private final Vertx vertx = Vertx.vertx();
  private ScriptedSink sink;

  @BeforeEach
  void start() throws IOException {
    sink = ScriptedSink.answering();
  }

  @AfterEach
  void stop() {
    sink.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** The response to a call that prefers a reply, of a function that answers with these events. */
  private HttpResponse<byte[]> reply(Event call, Event... events) {
    var replies = new Replies(new Sink(vertx, Optional.of(sink.url()), Optional.empty()));
    var answered = new FunctionAnswer.Answered(List.of(events));
    Router router = Router.router(vertx);
    router.route().handler(exchange -> answer(exchange, replies, call, answered));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    var caller = new FunctionCaller(URI.create("http://localhost:" + server.actualPort()));
    return caller.post("/", call, Map.of("Prefer", "reply"));
  }

  private static void answer(
      RoutingContext exchange, Replies replies, Event call, FunctionAnswer answered) {
    var _ =
        Exchange.answer(
            exchange, 1 << 20, body -> replies.answer(exchange.request(), call, answered));
  }

  @Test
  void handsSeveralEventsToTheSinkAndNothingToTheSender() {
    var response = reply(CALL, ONE, TWO);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(sink.received()).containsExactly(ONE, TWO);
  }

  @Test
  void repliesWithOneEventAndLeavesTheSinkAlone() {
    assertThat(FunctionCaller.answer(reply(CALL, ONE))).containsExactly(ONE);
    assertThat(sink.received()).isEmpty();
  }

  @Test
  void keepsABareOutcomeFromBoth() {
    assertThat(reply(CALL, OUTCOME).statusCode()).isEqualTo(204);
    assertThat(sink.received()).isEmpty();
  }

  @Test
  void answersARunWithEverything() {
    var response = reply(CALL.with(Map.of("runnelrun", "r1")), ONE, TWO);

    assertThat(FunctionCaller.answer(response)).containsExactly(ONE, TWO);
    assertThat(sink.received()).isEmpty();
  }
}
