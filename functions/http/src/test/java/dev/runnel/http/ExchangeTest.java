package dev.runnel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private static final int LIMIT = 10;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void serve() {
    Router router = Router.router(vertx);
    router.post("/echo").handler(it -> Exchange.answer(it, LIMIT, ExchangeTest::echo));
    router.post("/large").handler(it -> Exchange.answer(it, 100_000, ExchangeTest::echo));
    router
        .post("/read-before")
        .handler(BodyHandler.create(false))
        .handler(it -> Exchange.answer(it, LIMIT, ExchangeTest::echo));
    router
        .post("/broken")
        .handler(it -> Exchange.answer(it, LIMIT, body -> Uni.createFrom().failure(bug())));
    router
        .post("/throws")
        .handler(
            it ->
                Exchange.answer(
                    it,
                    LIMIT,
                    body -> {
                      throw bug();
                    }));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static Uni<Answer> echo(byte[] body) {
    return Uni.createFrom().item(Answer.of("text/plain", body).with("Echoed", "yes"));
  }

  private static IllegalStateException bug() {
    return new IllegalStateException("a secret");
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path))
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString(UTF_8));
  }

  @Test
  void handsTheBodyOverAndSendsWhatIsMadeOfIt() throws Exception {
    var answer = post("/echo", "0123456789");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Echoed")).contains("yes");
    assertThat(answer.body()).isEqualTo("0123456789");
  }

  @Test
  void refusesABodyOverTheLimit() throws Exception {
    var answer = post("/echo", "0123456789x");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("too-large").doesNotContain("0123456789x");
  }

  @Test
  void answersThoughAnotherHandlerHasReadTheBody() throws Exception {
    assertThat(post("/read-before", "x").statusCode()).isEqualTo(200);
  }

  @Test
  void answersABugWithoutItsDetails() throws Exception {
    for (String path : new String[] {"/broken", "/throws"}) {
      var answer = post(path, "x");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("internal").doesNotContain("secret", "Exception");
    }
  }

  @Test
  void refusesLargeBodiesWhileThereIsNoRoomAndTakesSmallOnes() throws Exception {
    BodyRoom room = BodyRoom.shared();
    String large = "x".repeat(50_000);
    assertThat(room.take(room.limit())).isTrue();
    try {
      HttpResponse<String> refused = post("/large", large);

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("\"unavailable\"");
      assertThat(post("/large", "small").body()).isEqualTo("small");
    } finally {
      room.give(room.limit());
    }
    assertThat(post("/large", large).body()).isEqualTo(large);
    assertThat(room.take(room.limit())).as("all of it was given back").isTrue();
    room.give(room.limit());
  }
}
