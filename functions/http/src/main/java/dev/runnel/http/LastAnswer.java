package dev.runnel.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * The answer to a request whose body is not wanted to its end: sent at once, after which the
 * connection is closed. What the caller is still sending is thrown away for a while, as one that is
 * cut off in the middle of sending would not get to see the answer.
 */
final class LastAnswer {
  private static final long MAX_DISCARDED_BYTES = 64L << 20;

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private long discarded;

  private LastAnswer(HttpServerRequest request) {
    this.request = request;
    this.response = request.response();
  }

  /**
   * Sends it.
   *
   * @param patience how long to throw away what still comes, before the connection is closed
   */
  static void send(Vertx vertx, HttpServerRequest request, Answer answer, Duration patience) {
    var last = new LastAnswer(request);
    var _ = last.write(answer);
    long timer = vertx.setTimer(patience.toMillis(), _ -> last.close());
    last.discard(
        () -> {
          vertx.cancelTimer(timer);
          last.close();
        });
  }

  /**
   * Sends it, and closes before anything else is read: what follows on the connection may be part
   * of this request or be another. Of HTTP/1 only, whose connections have no other requests.
   */
  static void cut(HttpServerRequest request, Answer answer) {
    var last = new LastAnswer(request);
    // An ended response would let the next request begin.
    last.write(answer).onComplete(_ -> last.closeConnection());
  }

  private Future<Void> write(Answer answer) {
    if (ownsConnection()) {
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length));
    return answer.head(response).write(Buffer.buffer(answer.body()));
  }

  private void discard(Runnable done) {
    request.handler(
        part -> {
          discarded += part.length();
          if (discarded > MAX_DISCARDED_BYTES) {
            done.run();
          }
        });
    request.endHandler(end -> done.run());
    request.exceptionHandler(lost -> done.run());
    request.resume();
  }

  private void close() {
    if (!response.ended() && !response.closed()) {
      // Vert.x says that it closes, as the header asks, but does not do it.
      response.end().onComplete(_ -> closeConnection());
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
