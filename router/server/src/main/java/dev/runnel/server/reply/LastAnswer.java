package dev.runnel.server.reply;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * The answer to a request that has not been read to its end: sent at once, after which the
 * connection is closed. What the caller is still sending is thrown away for a while, since a caller
 * that is cut off in the middle of sending would not get to see the answer.
 */
final class LastAnswer {

  private static final long MAX_DISCARDED_BYTES = 64L << 20;
  private static final long MAX_MILLIS = 2_000;

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private long discarded;

  private LastAnswer(HttpServerRequest request) {
    this.request = request;
    this.response = request.response();
  }

  /** Sends the body; status and headers have been set. */
  static void send(RoutingContext context, Buffer body) {
    var last = new LastAnswer(context.request());
    last.write(body);
    long timer = context.vertx().setTimer(MAX_MILLIS, late -> last.close());
    last.discard(
        done -> {
          context.vertx().cancelTimer(timer);
          last.close();
        });
  }

  private void write(Buffer body) {
    if (ownsConnection()) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    response.write(body);
  }

  private void discard(Handler<Void> done) {
    request.handler(part -> count(part.length(), done));
    request.endHandler(done);
    request.exceptionHandler(lost -> done.handle(null));
    request.resume();
  }

  private void count(int bytes, Handler<Void> done) {
    discarded += bytes;
    if (discarded > MAX_DISCARDED_BYTES) {
      done.handle(null);
    }
  }

  private void close() {
    if (!response.ended() && !response.closed()) {
      // Vert.x sends the header that says so, but does not close.
      response.end().onComplete(sent -> closeConnection());
    }
  }

  private void closeConnection() {
    if (ownsConnection()) {
      request.connection().close();
    }
  }

  /** From HTTP/2 on, other requests share the connection. */
  private boolean ownsConnection() {
    return request.version() != HttpVersion.HTTP_2;
  }
}
