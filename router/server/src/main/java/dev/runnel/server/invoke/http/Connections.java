package dev.runnel.server.invoke.http;

import dev.runnel.server.RunnelConfig;
import dev.runnel.server.invoke.address.Destination;
import dev.runnel.server.invoke.address.Wire;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jboss.logging.Logger;

/**
 * Connections that are kept open, a bounded number for each URL, so that a URL that hangs does not
 * use up those of another.
 */
@Singleton
class Connections {

  /** URLs with connections; of more, the one that was not used for the longest time loses its. */
  private static final int MOST_URLS = 10_000;

  private static final Logger LOG = Logger.getLogger(Connections.class);

  private final Vertx vertx;
  private final RunnelConfig.Calls config;
  private final SequencedMap<Destination, HttpClient> byUrl = new LinkedHashMap<>(16, 0.75f, true);

  Connections(Vertx vertx, RunnelConfig.Calls config) {
    this.vertx = vertx;
    this.config = config;
  }

  /**
   * Sends one request to a destination that may be connected to, and reads its answer.
   *
   * @param limit bytes of the answer's body
   */
  Uni<Reply> send(
      Destination to, HttpMethod method, Map<String, String> headers, byte[] body, int limit) {
    var options =
        new RequestOptions()
            .setServer(address(to))
            .setHost(to.wire() == Wire.UNIX ? "localhost" : to.host())
            .setPort(to.port())
            .setSsl(to.wire() == Wire.HTTPS)
            .setMethod(method)
            .setURI(to.path())
            .setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(headers));
    return Request.send(client(to), options, body, limit);
  }

  private static SocketAddress address(Destination to) {
    if (to.wire() == Wire.UNIX) {
      return SocketAddress.domainSocketAddress(to.host());
    }
    if (to.address() == null) {
      throw new IllegalStateException("nobody has looked at where " + to + " leads");
    }
    return SocketAddress.inetSocketAddress(new InetSocketAddress(to.address(), to.port()));
  }

  private synchronized HttpClient client(Destination to) {
    HttpClient known = byUrl.computeIfAbsent(to, any -> made(to.wire()));
    if (byUrl.size() > MOST_URLS) {
      var _ = byUrl.pollFirstEntry().getValue().close();
    }
    return known;
  }

  private HttpClient made(Wire wire) {
    var options =
        new HttpClientOptions()
            .setConnectTimeout((int) config.connectTimeout().toMillis())
            .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
            .setHttp2KeepAliveTimeout((int) config.keepAlive().toSeconds())
            .setMaxHeaderSize(config.maxHeaderBytes())
            .setInitialSettings(new Http2Settings().setMaxHeaderListSize(config.maxHeaderBytes()))
            .setHttp2ClearTextUpgrade(false)
            .setProtocolVersion(wire == Wire.H2C ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1);
    var pool =
        new PoolOptions()
            .setHttp1MaxSize(config.connections())
            .setHttp2MaxSize(config.connections())
            .setMaxWaitQueueSize(config.waiting());
    // What breaks a connection breaks the calls on it, and these tell.
    return vertx
        .httpClientBuilder()
        .with(options)
        .with(pool)
        .withConnectHandler(
            connection -> connection.exceptionHandler(why -> LOG.debug("A connection broke", why)))
        .build();
  }

  @PreDestroy
  synchronized void stop() {
    byUrl
        .values()
        .forEach(
            client -> {
              var _ = client.close();
            });
    byUrl.clear();
  }
}
