package dev.runnel.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.kit.backend.RouterBackend;
import dev.runnel.kit.state.State;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** A function in the router's own JVM, whose state is the router's. */
@QuarkusTest
@TestProfile(StateRouter.class)
class StateInJvmTest {

  @TestHTTPResource URI root = URI.create("/");

  @Test
  void isWhatTheRouterShows() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (var http = HttpClient.newHttpClient();
        var router = RouterBackend.at("http://" + root.getAuthority(), StateRouter.TOKEN, vertx)) {
      HttpRequest event =
          HttpRequest.newBuilder(root.resolve("/visit"))
              .headers("ce-specversion", "1.0", "ce-id", "1", "ce-source", "/t", "ce-type", "t")
              .POST(BodyPublishers.noBody())
              .build();
      HttpResponse<String> first = http.send(event, BodyHandlers.ofString());
      http.send(event, BodyHandlers.ofString());

      assertThat(first.body()).isEqualTo("1");
      assertThat(
              new State(router.backend().state(), new ObjectMapper()).get("visits", Integer.class))
          .hasValueSatisfying(visits -> assertThat(visits.value()).isEqualTo(2));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
