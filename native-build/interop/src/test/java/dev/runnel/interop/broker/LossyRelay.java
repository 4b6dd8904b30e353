package dev.runnel.interop.broker;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a server that lets requests through, and breaks instead of bringing the first answers
 * back: the server has done its work, and the caller does not know.
 */
public final class LossyRelay implements AutoCloseable {

  private final URI target;
  private final AtomicInteger losses;
  private final NetClient client;
  private final NetServer server;

  /**
   * @param losses how many answers get lost
   */
  public LossyRelay(Vertx vertx, URI target, int losses) {
    this.target = target;
    this.losses = new AtomicInteger(losses);
    this.client = vertx.createNetClient();
    this.server =
        vertx
            .createNetServer()
            .connectHandler(this::connect)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.actualPort() + "/");
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
    client.close().toCompletionStage().toCompletableFuture().join();
  }

  private void connect(NetSocket caller) {
    caller.pause();
    client
        .connect(target.getPort(), target.getHost())
        .onSuccess(callee -> join(caller, callee))
        .onFailure(_ -> caller.close());
  }

  private void join(NetSocket caller, NetSocket callee) {
    caller.closeHandler(_ -> callee.close());
    callee.closeHandler(_ -> caller.close());
    caller.handler(callee::write);
    callee.handler(
        bytes -> {
          if (losses.getAndDecrement() > 0) {
            caller.close();
          } else {
            caller.write(bytes);
          }
        });
    caller.resume();
  }
}
