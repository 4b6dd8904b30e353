package dev.runnel.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Functions that the router reaches over HTTP, and one that it would have called in its own JVM.
 */
@QuarkusTest
@WithTestResource(HttpPlacementTest.Servers.class)
class HttpPlacementTest extends RouterTest {

  /** Two functions' servers: one on a port, one on a Unix socket. */
  public static final class Servers implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));

    @Override
    public Map<String, String> start() {
      try {
        Path socket = Files.createTempDirectory("runnel").resolve("plain.sock");
        int port = listen(SocketAddress.inetSocketAddress(0, "localhost"));
        listen(SocketAddress.domainSocketAddress(socket.toString()));
        return Map.of(
            "runnel.placements.remote.urls", "h2c://localhost:" + port,
            "runnel.placements.plain.urls", "unix:" + socket);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private int listen(SocketAddress address) {
      return vertx
          .createHttpServer()
          .requestHandler(Servers::answer)
          .listen(address)
          .toCompletionStage()
          .toCompletableFuture()
          .join()
          .actualPort();
    }

    /** Answers with its path, or not, as the event says. */
    private static void answer(HttpServerRequest request) {
      HttpServerResponse response = request.response();
      switch (String.valueOf(request.getHeader("ce-subject"))) {
        case "break" -> request.connection().close();
        case "refuse" -> response.setStatusCode(422).end();
        default ->
            response
                .putHeader("Content-Type", "application/json")
                .end("\"" + request.path() + " " + request.version() + "\"");
      }
    }

    @Override
    public void stop() {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void callsAFunctionWhereTheConfigurationSays() {
    JsonPath result = poster.postAndWait(Poster.event("remote.wanted", "{}"));

    assertThat(result.getString("results.remote")).isEqualTo("/remote HTTP_2");
  }

  @Test
  void prefersWhatTheConfigurationSays() {
    JsonPath result = poster.postAndWait(Poster.event("plain.wanted", "{}"));

    assertThat(result.getString("results.plain")).isEqualTo("/plain HTTP_1_1");
    assertThat(functions.called()).isEmpty();
  }

  @Test
  void leavesOpenWhatMayHaveRun() {
    JsonPath result =
        poster.postAndWait(Poster.event("remote.wanted", "{}").with(Map.of("subject", "break")));

    assertThat(result.getString("failures.remote.code")).isEqualTo("outcome-unknown");
  }

  @Test
  void saysWhatTheFunctionRefused() {
    JsonPath result =
        poster.postAndWait(Poster.event("remote.wanted", "{}").with(Map.of("subject", "refuse")));

    assertThat(result.getInt("failures.remote.status")).isEqualTo(422);
    assertThat(result.getString("failures.remote.detail"))
        .isEqualTo("remote answered with status 422");
  }
}
