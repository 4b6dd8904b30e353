package dev.runnel.interop.broker;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A subscriber that answers each delivery as the test has written down, and then 202. */
final class Subscriber implements AutoCloseable {

  private final Queue<Consumer<HttpServerRequest>> answers = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  Subscriber(Vertx vertx, List<Consumer<HttpServerRequest>> answers) {
    this.answers.addAll(answers);
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  URI address() {
    return URI.create("http://localhost:" + server.actualPort() + "/");
  }

  static Consumer<HttpServerRequest> status(int status) {
    return request -> request.response().setStatusCode(status).end();
  }

  private void answer(HttpServerRequest request) {
    Consumer<HttpServerRequest> answer = answers.poll();
    (answer == null ? status(202) : answer).accept(request);
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
