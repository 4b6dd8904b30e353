package dev.runnel.server.invoke.http;

import dev.runnel.server.config.CallsConfig;
import dev.runnel.server.invoke.address.Destination;
import dev.runnel.server.invoke.address.Wire;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are kept open, a bounded number for each URL, so that a URL that hangs does not
 * use up those of another. Each event loop has its own: an answer arrives where it is awaited, and
 * nobody has to be woken for it.
 */
@Singleton
class Connections {

  /** Pools; of more, the one that was not used for the longest time is closed. */
  private static final int MOST_POOLS = 10_000;

  private static final Logger LOG = Logger.getLogger(Connections.class);

  private record Pool(Destination url, @Nullable Object eventLoop) {}

  private final Vertx vertx;
  private final CallsConfig config;
  private final SequencedMap<Pool, HttpClient> pools = new LinkedHashMap<>(16, 0.75f, true);

  Connections(Vertx vertx, CallsConfig config) {
    this.vertx = vertx;
    this.config = config;
  }

  /**
   * Sends one request to a destination that may be connected to, and reads its answer.
   *
   * @param headers become the request's own
   * @param limit bytes of the answer's body
   */
  Uni<RequestResult> send(
      Destination to, HttpMethod method, MultiMap headers, byte[] body, int limit) {
    var options =
        new RequestOptions()
            .setServer(address(to))
            .setHost(to.wire() == Wire.UNIX ? "localhost" : to.host())
            .setPort(to.port())
            .setSsl(to.wire() == Wire.HTTPS)
            .setMethod(method)
            .setURI(to.path())
            .setHeaders(headers);
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
    HttpClient known = pools.computeIfAbsent(new Pool(to, eventLoop()), any -> lasting(to.wire()));
    if (pools.size() > MOST_POOLS) {
      var _ = pools.pollFirstEntry().getValue().close();
    }
    return known;
  }

  /** The caller's, null where it is on none. */
  private static @Nullable Object eventLoop() {
    Context here = Vertx.currentContext();
    return here instanceof ContextInternal context && context.isEventLoopContext()
        ? context.nettyEventLoop()
        : null;
  }

  /**
   * One that is this router's until its end. Vert.x closes a client together with the deployment on
   * whose event loop it is made: with the HTTP server, which goes before the calls have ended when
   * the router is told to end. So it is made on behalf of none, for which there is no public word.
   */
  private HttpClient lasting(Wire wire) {
    ContextInternal nobodys = ((VertxInternal) vertx).createEventLoopContext();
    ContextInternal former = nobodys.beginDispatch();
    try {
      return made(wire);
    } finally {
      nobodys.endDispatch(former);
    }
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
    pools
        .values()
        .forEach(
            client -> {
              var _ = client.close();
            });
    pools.clear();
  }
}
