package dev.runnel.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server without a native transport, found as every application finds it. */
class SocketTransportTest {

  private static final String REQUEST = "GET /it HTTP/1.0\r\n\r\n";

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void listensAtAPathWhichIsGoneWhenItStops() throws Exception {
    Path path = folder.resolve("a.sock");

    HttpServer server = listening(SocketAddress.domainSocketAddress(path.toString()));

    assertThat(answer(UnixDomainSocketAddress.of(path))).endsWith("seen /it");
    server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(path).doesNotExist();
  }

  @Test
  void listensAtAPortAsBefore() throws Exception {
    HttpServer server = listening(SocketAddress.inetSocketAddress(0, "localhost"));

    assertThat(answer(new InetSocketAddress("localhost", server.actualPort())))
        .endsWith("seen /it");
  }

  private HttpServer listening(SocketAddress address) throws Exception {
    return vertx
        .createHttpServer(new HttpServerOptions().setAcceptBacklog(10))
        .requestHandler(request -> request.response().end("seen " + request.path()))
        .listen(address)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private static String answer(java.net.SocketAddress address) throws IOException {
    try (var connection = SocketChannel.open(address)) {
      connection.write(ByteBuffer.wrap(REQUEST.getBytes(US_ASCII)));
      return new String(Channels.newInputStream(connection).readAllBytes(), US_ASCII);
    }
  }
}
