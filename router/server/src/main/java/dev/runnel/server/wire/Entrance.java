package dev.runnel.server.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where connections come in, on a listening socket: over the limit they are closed at once, the
 * others get a {@link HeadDeadline}.
 */
@Sharable
final class Entrance extends ChannelInboundHandlerAdapter {

  private final int maxConnections;
  private final Duration headTime;
  private final AtomicInteger open = new AtomicInteger();

  Entrance(int maxConnections, Duration headTime) {
    this.maxConnections = maxConnections;
    this.headTime = headTime;
  }

  /** Netty hands a listening socket's connections over as what was read from it. */
  @Override
  public void channelRead(ChannelHandlerContext listening, Object connection) {
    Channel accepted = (Channel) connection;
    if (open.incrementAndGet() > maxConnections) {
      open.decrementAndGet();
      accepted.unsafe().closeForcibly();
      return;
    }
    accepted.closeFuture().addListener(_ -> open.decrementAndGet());
    accepted.pipeline().addFirst(new HeadDeadline(headTime));
    listening.fireChannelRead(connection);
  }
}
