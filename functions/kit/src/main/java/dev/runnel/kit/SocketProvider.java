package dev.runnel.kit;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.transport.Transport;

/**
 * Gives Unix sockets to an application whose transport has none: to every native executable, as
 * Quarkus takes Netty's own native transports out of it. Vert.x finds it by {@code
 * META-INF/services}.
 */
public final class SocketProvider implements VertxServiceProvider {

  @Override
  public void init(VertxBuilder builder) {
    Transport chosen = builder.findTransport();
    if (!chosen.supportsDomainSockets()) {
      builder.findTransport(new SocketTransport());
    }
  }
}
