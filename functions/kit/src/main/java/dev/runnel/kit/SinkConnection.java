package dev.runnel.kit;

import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Posts events to one address in binary mode, over connections that are kept. */
final class SinkConnection {
  static final String KEY = "K_SINK";

  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int CONNECTIONS = 16;
  private static final int MAX_WAITING = 1_000;
  private static final int MAX_IGNORED_BYTES = 64 << 10;

  private static final int REPETITIONS = 3;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final int MAX_WRAPPERS = 8;

  /**
   * One loop for all requests: whoever posts is often on another thread, and would miss answers.
   */
  private final Context loop;

  private final HttpClient client;
  private final RequestOptions target;

  private SinkConnection(Context loop, HttpClient client, RequestOptions target) {
    this.loop = loop;
    this.client = client;
    this.target = target;
  }

  /** The connection to this URL; anything but a plain http or https URL stops the start. */
  static SinkConnection to(String url, Vertx vertx) {
    String address = checked(url);
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setMaxWaitQueueSize(MAX_WAITING),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    var target =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(address)
            .setFollowRedirects(false)
            .setTimeout(TIMEOUT_MILLIS);
    return new SinkConnection(((VertxInternal) vertx).createEventLoopContext(), client, target);
  }

  /** Posts the event, again if that may help; the status that acknowledged it, or a failure. */
  Uni<Integer> post(Event event) {
    return Uni.createFrom()
        .completionStage(() -> posted(event).toCompletionStage())
        .onFailure(SinkConnection::mayPass)
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .atMost(REPETITIONS);
  }

  /** What is wrong with a sink that did not take an event, without its address. */
  static String reason(Throwable failure) {
    NotTaken notTaken = notTaken(failure);
    return notTaken == null
        ? "The sink cannot be reached, or does not answer in time"
        : "The sink answered " + notTaken.status;
  }

  void close() {
    var _ = client.close();
  }

  private Future<Integer> posted(Event event) {
    Promise<Integer> answered = Promise.promise();
    loop.runOnContext(
        _ ->
            client
                .request(target)
                .compose(request -> send(request, event))
                .compose(SinkConnection::acknowledged)
                .onComplete(answered));
    return answered.future();
  }

  private static Future<HttpClientResponse> send(HttpClientRequest request, Event event) {
    EventWriter.binaryHeaders(event).forEach(request::putHeader);
    return request.send(Buffer.buffer(event.data().bytes()));
  }

  /** Waits for the body, so that the connection is free again; the status alone says it all. */
  private static Future<Integer> acknowledged(HttpClientResponse response) {
    ignoreBody(response);
    int status = response.statusCode();
    return response
        .end()
        .transform(
            end ->
                status >= 200 && status < 300
                    ? Future.succeededFuture(status)
                    : Future.failedFuture(new NotTaken(status)));
  }

  /** A sink that goes on and on is cut off. */
  private static void ignoreBody(HttpClientResponse response) {
    var ignored = new AtomicInteger();
    response.handler(
        part -> {
          if (ignored.addAndGet(part.length()) > MAX_IGNORED_BYTES) {
            response.request().reset();
          }
        });
  }

  private static boolean mayPass(Throwable failure) {
    NotTaken notTaken = notTaken(failure);
    return notTaken == null || ProblemType.isRetryable(notTaken.status);
  }

  /** Mutiny wraps the last failure when it gives up. */
  private static @Nullable NotTaken notTaken(Throwable failure) {
    Throwable cause = failure;
    for (int wrapper = 0; wrapper < MAX_WRAPPERS && cause != null; wrapper++) {
      if (cause instanceof NotTaken notTaken) {
        return notTaken;
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static String checked(String url) {
    try {
      URI address = URI.create(url);
      boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (http && address.getHost() != null && address.getUserInfo() == null) {
        return url;
      }
    } catch (IllegalArgumentException notAUri) {
      // said below, without quoting it
    }
    throw new IllegalArgumentException(
        KEY + " is no address to post to; expected an http or https URL with a host and no user");
  }

  /** The sink answered, and not with 2xx. */
  private static final class NotTaken extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    NotTaken(int status) {
      super("status " + status, null, false, false);
      this.status = status;
    }
  }
}
