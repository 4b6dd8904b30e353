package dev.runnel.server.invoke.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * One request and its whole answer, never more of it than a limit. Given up, it is taken off the
 * wire: its connection is closed (HTTP/1.1) or its stream reset (HTTP/2).
 */
final class Request {

  /** HTTP/2's word for a request that nobody waits for (RFC 9113, section 7). */
  private static final long CANCEL = 8;

  private final UniEmitter<? super RequestResult> emitter;
  private final int limit;
  private final Buffer kept = Buffer.buffer();
  private @Nullable HttpClientRequest sent;
  private boolean over;

  private Request(UniEmitter<? super RequestResult> emitter, int limit) {
    this.emitter = emitter;
    this.limit = limit;
  }

  /**
   * Sends a request when somebody subscribes.
   *
   * @param limit bytes of the answer's body
   */
  static Uni<RequestResult> send(HttpClient client, RequestOptions to, byte[] body, int limit) {
    return Uni.createFrom()
        .emitter(emitter -> new Request(emitter, limit).send(client, to, Buffer.buffer(body)));
  }

  private void send(HttpClient client, RequestOptions to, Buffer body) {
    emitter.onTermination(this::giveUp);
    client
        .request(to)
        .onSuccess(request -> send(request, body))
        .onFailure(
            why ->
                end(
                    why instanceof ConnectionPoolTooBusyException
                        ? new RequestResult.Busy()
                        : new RequestResult.Unsent(why)));
  }

  private void send(HttpClientRequest request, Buffer body) {
    // Whatever breaks, the answer does too; without a handler Vert.x would log each reset.
    request.exceptionHandler(_ -> {});
    if (!isWanted(request)) {
      request.reset(CANCEL);
      return;
    }
    request.send(body).onSuccess(this::receive).onFailure(why -> end(new RequestResult.Lost(why)));
  }

  private void receive(HttpClientResponse response) {
    response.exceptionHandler(why -> end(new RequestResult.Lost(why)));
    response.handler(this::keep);
    response.endHandler(
        end ->
            end(
                new RequestResult.Whole(
                    response.statusCode(), response.headers(), kept.getBytes())));
  }

  private void keep(Buffer part) {
    if (kept.length() + part.length() <= limit) {
      kept.appendBuffer(part);
      return;
    }
    giveUp();
    emitter.complete(new RequestResult.TooLarge(limit));
  }

  private synchronized boolean isWanted(HttpClientRequest request) {
    sent = request;
    return !over;
  }

  private void end(RequestResult reply) {
    if (finish()) {
      emitter.complete(reply);
    }
  }

  /** Nobody wants the answer, or it is there. */
  private void giveUp() {
    HttpClientRequest unfinished = finish() ? unfinished() : null;
    if (unfinished != null) {
      unfinished.reset(CANCEL);
    }
  }

  private synchronized @Nullable HttpClientRequest unfinished() {
    return sent;
  }

  private synchronized boolean finish() {
    boolean first = !over;
    over = true;
    return first;
  }
}
