package dev.runnel.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;

/** The least that a Vert.x server can do: it answers with the body that it gets. */
public final class BareEcho extends AbstractVerticle {

  private final int port;

  private BareEcho(int port) {
    this.port = port;
  }

  /** Listens on the port that is the one argument. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    deploy(vertx(), () -> new BareEcho(port));
  }

  /** As Quarkus makes it: native transport where there is one. */
  static Vertx vertx() {
    return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  }

  /** One instance for each of as many event loops as Quarkus has. */
  static void deploy(Vertx vertx, java.util.function.Supplier<io.vertx.core.Verticle> server) {
    var options =
        new DeploymentOptions().setInstances(2 * Runtime.getRuntime().availableProcessors());
    vertx
        .deployVerticle(server, options)
        .onFailure(
            broken -> {
              throw new IllegalStateException("the server does not start", broken);
            });
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer()
        .requestHandler(BareEcho::answer)
        .listen(port, "localhost")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private static void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> request.response().putHeader("Content-Type", "application/json").end(body));
  }
}
