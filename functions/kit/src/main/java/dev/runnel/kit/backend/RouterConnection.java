package dev.runnel.kit.backend;

import dev.runnel.kit.state.StateUncertain;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the router over connections that are kept, and waits for its answers. */
final class RouterConnection {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int CONNECTIONS = 16;
  private static final int MAX_WAITING = 1_000;

  /** A page of keys, each as long as it may be, in JSON. */
  private static final int MAX_BYTES = 8 << 20;

  /** One loop for all requests: whoever waits is on another thread, and would miss answers. */
  private final Context loop;

  private final HttpClient client;
  private final RequestOptions target;

  private RouterConnection(Context loop, HttpClient client, RequestOptions target) {
    this.loop = loop;
    this.client = client;
    this.target = target;
  }

  /**
   * The connection to this address.
   *
   * @param address {@code http://host:port} or {@code unix:/path}; anything else stops the start
   */
  static RouterConnection to(String address, String token, Vertx vertx) {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setMaxWaitQueueSize(MAX_WAITING),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    RequestOptions target =
        target(address)
            .setTimeout(TIMEOUT_MILLIS)
            .setFollowRedirects(false)
            .putHeader("Authorization", "Bearer " + checked(token));
    return new RouterConnection(((VertxInternal) vertx).createEventLoopContext(), client, target);
  }

  private static RequestOptions target(String address) {
    if (address.startsWith("unix:/")) {
      String path = address.substring("unix:".length());
      return new RequestOptions()
          .setServer(SocketAddress.domainSocketAddress(path))
          .setHost("localhost");
    }
    try {
      URI url = URI.create(address);
      boolean bare =
          Set.of("", "/").contains(Objects.requireNonNullElse(url.getRawPath(), "opaque"));
      if ("http".equals(url.getScheme())
          && url.getHost() != null
          && url.getUserInfo() == null
          && bare) {
        return new RequestOptions()
            .setHost(url.getHost())
            .setPort(url.getPort() < 0 ? 80 : url.getPort());
      }
    } catch (IllegalArgumentException notAUri) {
      // said below, without quoting it
    }
    throw new IllegalArgumentException(
        OwnBackend.URL + " is no address of a router; expected http://host:port or unix:/path");
  }

  private static String checked(String token) {
    if (!token.matches("[a-z0-9-]+\\.[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "%s is there without %s, or that is no token; set it to what ./runnel state-token prints"
              .formatted(OwnBackend.URL, OwnBackend.TOKEN));
    }
    return token;
  }

  /** The answer; fails where there is none in time. */
  RouterReply ask(Request asked) throws IOException {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException(
          "state is asked for on an event loop, which it would hold up; leave out @NonBlocking");
    }
    var options = new RequestOptions(target).setMethod(asked.method()).setURI(asked.uri());
    asked.headers().forEach(options::putHeader);
    var answer = new CompletableFuture<RouterReply>();
    loop.runOnContext(
        _ ->
            ask(options, asked.body()).onComplete(answer::complete, answer::completeExceptionally));
    try {
      return answer.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StateUncertain("interrupted while waiting for an answer about state", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no answer about state in time", e);
    }
  }

  private Future<RouterReply> ask(RequestOptions options, byte[] body) {
    return client
        .request(options)
        .compose(request -> request.send(Buffer.buffer(body)))
        .compose(RouterConnection::whole);
  }

  private static Future<RouterReply> whole(HttpClientResponse response) {
    var body = Buffer.buffer();
    response.handler(
        part -> {
          body.appendBuffer(part);
          if (body.length() > MAX_BYTES) {
            response.request().reset();
          }
        });
    return response
        .end()
        .map(end -> new RouterReply(response.statusCode(), response.headers(), body.getBytes()));
  }

  void close() {
    var _ = client.close();
  }
}
