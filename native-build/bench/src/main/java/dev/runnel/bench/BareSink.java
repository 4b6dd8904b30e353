package dev.runnel.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Vert.x server that throws away what it gets, however much it is, and says 204. It takes as many
 * connections as the router beside it.
 */
public final class BareSink extends AbstractVerticle {

  private static final AtomicInteger OPEN = new AtomicInteger();

  private final int port;

  private BareSink(int port) {
    this.port = port;
  }

  /** Listens on the port that is the one argument. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    BareEcho.deploy(BareEcho.vertx(), () -> new BareSink(port));
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer()
        .connectionHandler(BareSink::admit)
        .requestHandler(BareSink::answer)
        .listen(port, "localhost")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private static void admit(HttpConnection connection) {
    if (OPEN.incrementAndGet() > HostileBench.MAX_CONNECTIONS) {
      connection.close();
    }
    connection.closeHandler(_ -> OPEN.decrementAndGet());
  }

  private static void answer(HttpServerRequest request) {
    request.end().onSuccess(_ -> request.response().setStatusCode(204).end());
  }
}
