package dev.runnel.server.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of a connection whose caller may be in the middle of sending: its last answer is sent,
 * nothing more will be, and what still comes is thrown away for a while. Closed at once, the
 * connection would be reset, and the answer lost with it (RFC 9112, section 9.6). Used on the
 * connection's event loop only.
 */
final class LingeringClose extends ChannelDuplexHandler {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long MAX_DISCARDED_BYTES = 8L << 20;

  private long discarded;
  private @Nullable ScheduledFuture<?> timer;

  private LingeringClose() {}

  /** Sends the connection's last bytes, and sees to its end. */
  static void after(ChannelHandlerContext connection, ByteBuf answer, ChannelPromise written) {
    connection.pipeline().addFirst(new LingeringClose());
    connection
        .writeAndFlush(answer, written)
        .addListener(
            _ -> {
              if (connection.channel() instanceof DuplexChannel both) {
                var _ = both.shutdownOutput();
              }
            });
  }

  @Override
  public void handlerAdded(ChannelHandlerContext connection) {
    timer =
        connection
            .executor()
            .schedule(() -> end(connection), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    connection.channel().config().setAutoRead(true);
  }

  @Override
  public void channelRead(ChannelHandlerContext connection, Object bytes) {
    discarded += bytes instanceof ByteBuf part ? part.readableBytes() : 0;
    ReferenceCountUtil.release(bytes);
    if (discarded > MAX_DISCARDED_BYTES) {
      end(connection);
    }
  }

  /** Whoever stands behind wants to close too early. */
  @Override
  public void close(ChannelHandlerContext connection, ChannelPromise closed) {
    connection.channel().closeFuture().addListener(_ -> closed.trySuccess());
  }

  private static void end(ChannelHandlerContext connection) {
    var _ = connection.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext connection) {
    if (timer != null) {
      timer.cancel(false);
    }
    connection.fireChannelInactive();
  }
}
