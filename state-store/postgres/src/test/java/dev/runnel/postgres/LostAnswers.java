package dev.runnel.postgres;

import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** What lies between a router and its database, and breaks just when an answer comes back. */
final class LostAnswers implements AutoCloseable {

  private final NetServer server;
  private final NetClient client;
  private final AtomicInteger lose = new AtomicInteger();

  LostAnswers(Vertx vertx, String host, int port) {
    client = vertx.createNetClient();
    server = vertx.createNetServer().connectHandler(router -> connect(router, host, port));
    UniHelper.toUni(server.listen(0, "127.0.0.1")).await().indefinitely();
  }

  int port() {
    return server.actualPort();
  }

  /** The next answer is lost, and its connection. */
  void loseNext() {
    lose.set(1);
  }

  /** Whether it has been. */
  boolean hasLost() {
    return lose.get() == 0;
  }

  private void connect(NetSocket router, String host, int port) {
    router.pause();
    Future<NetSocket> database = client.connect(port, host);
    database
        .onSuccess(
            link -> {
              router.handler(link::write).closeHandler(closed -> link.close());
              link.handler(answer -> bring(router, link, answer))
                  .closeHandler(closed -> router.close());
              router.resume();
            })
        .onFailure(why -> router.close());
  }

  private void bring(NetSocket router, NetSocket database, Buffer answer) {
    if (lose.compareAndSet(1, 0)) {
      router.close();
      database.close();
    } else {
      router.write(answer);
    }
  }

  @Override
  public void close() {
    UniHelper.toUni(server.close()).await().indefinitely();
    UniHelper.toUni(client.close()).await().indefinitely();
  }
}
