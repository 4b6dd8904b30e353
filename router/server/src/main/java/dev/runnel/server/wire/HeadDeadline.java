package dev.runnel.server.wire;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long one connection may take to say what it wants: from when it is accepted, and later from a
 * head's first bytes, until the head is whole. It stands before everything else on the connection,
 * so it also sees what Vert.x answers by itself to what is not HTTP, and puts a {@link BareProblem}
 * in its place. Used on the connection's event loop only.
 *
 * <p>In HTTP/2, requests share a connection, and this ends with the first of them.
 */
final class HeadDeadline extends ChannelDuplexHandler {

  private final Duration time;
  private @Nullable ScheduledFuture<?> timer;
  private boolean headWanted = true;
  private int requests;

  HeadDeadline(Duration time) {
    this.time = time;
  }

  /** The one of this connection, null where it has none. */
  static @Nullable HeadDeadline of(Channel connection) {
    return connection.pipeline().get(HeadDeadline.class);
  }

  /** A request's head is whole. */
  void requestBegan() {
    requests++;
    headWanted = false;
    cancel();
  }

  /** A request was answered. */
  void requestEnded() {
    requests--;
  }

  @Override
  public void channelActive(ChannelHandlerContext connection) {
    arm(connection);
    connection.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext connection, Object bytes) {
    if (requests == 0) {
      headWanted = true;
    }
    // A request that is whole begins within this call, and then no timer is needed.
    connection.fireChannelRead(bytes);
    if (headWanted) {
      arm(connection);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext connection) {
    cancel();
    connection.fireChannelInactive();
  }

  @Override
  public void write(ChannelHandlerContext connection, Object bytes, ChannelPromise written) {
    Problem problem = requests == 0 && bytes instanceof ByteBuf sent ? BareProblem.in(sent) : null;
    if (problem == null) {
      var _ = connection.write(bytes, written);
      return;
    }
    ((ByteBuf) bytes).release();
    cancel();
    LingeringClose.after(connection, BareProblem.answer(problem, connection.channel()), written);
  }

  private void arm(ChannelHandlerContext connection) {
    if (timer == null) {
      timer =
          connection
              .executor()
              .schedule(() -> giveUp(connection), time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void cancel() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void giveUp(ChannelHandlerContext connection) {
    timer = null;
    String detail = "The request's head was not whole after " + time + "; send it at once";
    connection
        .writeAndFlush(
            BareProblem.answer(Problem.of(ProblemType.TOO_SLOW, detail), connection.channel()))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
