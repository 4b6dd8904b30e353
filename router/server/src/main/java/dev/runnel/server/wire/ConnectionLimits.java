package dev.runnel.server.wire;

import dev.runnel.http.RequestGate;
import dev.runnel.server.config.HttpConfig;
import dev.runnel.server.resource.Resource;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;

/**
 * Puts the limits of connections and requests where they hold: an {@link Entrance} at the socket
 * that Quarkus listens on, and the {@link RequestGate} before all routes. Vert.x has no limit for
 * heads, and Quarkus does not hand its server out, so the socket is looked up among those that
 * Netty knows.
 */
@Singleton
class ConnectionLimits {

  /**
   * Before every other observer of the same order: routes of one order stand as they were added.
   */
  private static final int FIRST = 1;

  private final RequestGate gate;
  private final Entrance entrance;

  ConnectionLimits(HttpConfig config) {
    this.gate = new RequestGate(config.bodyTime());
    this.entrance = new Entrance(config.maxConnections(), config.headTime());
  }

  void routes(@Observes @Priority(FIRST) Router router) {
    router.route().order(Resource.ORDER).handler(ConnectionLimits::tellDeadline).handler(gate);
  }

  /** In dev mode a reload may come between head and request, and take as long as it likes. */
  void listening(@ObservesAsync HttpServerStart started, HttpServer server, Vertx vertx) {
    if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
      return;
    }
    EventLoopGroup acceptors = ((VertxInternal) vertx).getAcceptorEventLoopGroup();
    acceptors.forEach(
        loop -> {
          if (loop instanceof SingleThreadEventLoop acceptor) {
            acceptor.execute(() -> guard(acceptor, server.getPort()));
          }
        });
  }

  private void guard(SingleThreadEventLoop acceptor, int port) {
    acceptor
        .registeredChannelsIterator()
        .forEachRemaining(
            channel -> {
              if (channel instanceof ServerChannel && isAt(port, channel)) {
                channel.pipeline().addFirst(entrance);
              }
            });
  }

  private static boolean isAt(int port, Channel channel) {
    return channel.localAddress() instanceof InetSocketAddress address && address.getPort() == port;
  }

  private static void tellDeadline(RoutingContext exchange) {
    Channel connection = ((ConnectionBase) exchange.request().connection()).channel();
    HeadDeadline deadline = HeadDeadline.of(connection);
    if (deadline != null) {
      deadline.requestBegan();
      exchange.addEndHandler(_ -> deadline.requestEnded());
    }
    exchange.next();
  }
}
