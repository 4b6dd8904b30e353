package dev.runnel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGateTest {

  private static final int LIMIT = 10;
  private static final int PATIENCE_MILLIS = 10_000;

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @BeforeEach
  void serve() {
    Router router = Router.router(vertx);
    router.route().handler(new RequestGate(Duration.ofMillis(200)));
    router
        .post("/")
        .handler(
            it ->
                Exchange.answer(
                    it, LIMIT, body -> Uni.createFrom().item(Answer.of("text/plain", body))));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "deflate",
        "br",
        "zstd",
        "x-gzip",
        "GZIP",
        "gzip, gzip, gzip",
        "identity, gzip",
        "identity\r\nContent-Encoding: gzip",
        "unheard-of",
        "\"identity\"",
      })
  void refusesWhatWouldHaveToBeDecoded(String codings) throws IOException {
    assertThat(answerTo("Content-Encoding: " + codings + "\r\nContent-Length: 1\r\n\r\nx"))
        .startsWith("HTTP/1.1 415 ")
        .containsIgnoringCase("\r\naccept-encoding: identity\r\n")
        .contains("\"code\":\"unsupported-coding\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", "", " , identity"})
  void takesWhatStandsAsItIs(String codings) throws IOException {
    String close = "Connection: close\r\n";
    assertThat(answerTo(close + "Content-Encoding: " + codings + "\r\nContent-Length: 1\r\n\r\nx"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("\r\n\r\nx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\n\r\nx",
        "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n",
      })
  void doesNotWaitForABodyThatDoesNotCome(String rest) throws IOException {
    assertThat(answerTo(rest))
        .startsWith("HTTP/1.1 408 ")
        .containsIgnoringCase("connection: close")
        .contains("\"code\":\"too-slow\"", "PT0.2S");
  }

  @Test
  void answersATooLargeBodyOnlyOnce() throws IOException {
    // The rest of the body never comes, and by then its time has passed, too.
    assertThat(answerTo("Content-Length: 11\r\n\r\nx"))
        .startsWith("HTTP/1.1 413 ")
        .doesNotContain("HTTP/1.1 408");
  }

  private String answerTo(String headersAndBody) throws IOException {
    try (var caller = new Socket("localhost", server.actualPort())) {
      caller.setSoTimeout(PATIENCE_MILLIS);
      String request = "POST / HTTP/1.1\r\nHost: localhost\r\n" + headersAndBody;
      caller.getOutputStream().write(request.getBytes(UTF_8));
      return new String(caller.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
