package dev.runnel.server.invoke.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.server.config.CallsConfig;
import dev.runnel.server.invoke.GuardsOver;
import dev.runnel.server.invoke.address.Destination;
import dev.runnel.server.invoke.address.Wire;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections are the router's, whoever needs them first. */
class ConnectionsTest {

  private final Vertx vertx = Vertx.vertx();
  private final Connections connections =
      new Connections(vertx, GuardsOver.placements().part(CallsConfig.class));

  @AfterEach
  void end() {
    connections.stop();
    join(vertx.close());
  }

  @Test
  void outlastTheServerOnWhoseEventLoopTheyAreMade() throws Exception {
    var held = new CompletableFuture<HttpServerRequest>();
    int port =
        join(vertx.createHttpServer().requestHandler(held::complete).listen(0, "127.0.0.1"))
            .actualPort();
    var reply = new CompletableFuture<RequestResult>();
    String server = join(vertx.deployVerticle(new Caller(port, reply)));
    HttpServerRequest call = held.get(10, TimeUnit.SECONDS);

    join(vertx.undeploy(server));
    join(call.response().setStatusCode(204).end());

    assertThat(reply.get(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            RequestResult.Whole.class, whole -> assertThat(whole.status()).isEqualTo(204));
  }

  /** Makes one call when it is deployed, as a server does when it gets a request. */
  private final class Caller extends AbstractVerticle {

    private final int port;
    private final CompletableFuture<RequestResult> reply;

    Caller(int port, CompletableFuture<RequestResult> reply) {
      this.port = port;
      this.reply = reply;
    }

    @Override
    public void start() {
      var to = new Destination(Wire.HTTP, "localhost", port, "/", InetAddress.getLoopbackAddress());
      connections
          .send(to, HttpMethod.POST, MultiMap.caseInsensitiveMultiMap(), new byte[0], 100)
          .subscribe()
          .with(reply::complete, reply::completeExceptionally);
    }
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
