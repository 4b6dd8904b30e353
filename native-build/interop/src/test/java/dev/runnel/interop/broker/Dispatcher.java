package dev.runnel.interop.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Delivers one event once, with the headers that Knative's dispatcher sends. Like the Go SDK, which
 * Knative uses, it neither encodes nor decodes attributes in headers: what it reads it sends on,
 * beyond ASCII in raw UTF-8.
 */
final class Dispatcher {

  /** As many as Knative keeps for one host. */
  private static final int MAX_CONNECTIONS = 100;

  private static final int NO_ANSWER = 500;
  private static final int NO_EVENT = 502;
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final HttpClient http;

  Dispatcher(Vertx vertx) {
    this.http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
  }

  /** Never fails: what went wrong is an attempt, too. */
  Future<Attempt> deliver(CloudEvent event, Delivery delivery) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(delivery.subscriber().toString())
            .setIdleTimeout(delivery.timeout().toMillis());
    return http.request(options)
        .compose(request -> send(event, request, delivery.form()))
        .compose(answer -> answer.body().map(body -> attempt(event, answer, body.getBytes())))
        .otherwise(lost -> without(event, NO_ANSWER, "dispatch error: " + lost.getMessage()));
  }

  private static Future<HttpClientResponse> send(
      CloudEvent event, HttpClientRequest request, Delivery.Form form) {
    var body = new AtomicReference<>(Buffer.buffer());
    var writer =
        HttpMessageFactory.createWriter(
            (name, value) -> request.putHeader(name, bytewise(value)),
            bytes -> body.set(bytes == null ? Buffer.buffer() : Buffer.buffer(bytes)));
    if (form == Delivery.Form.STRUCTURED) {
      writer.writeStructured(event, new JsonFormat());
    } else {
      writer.writeBinary(event);
    }
    request.setChunked(form == Delivery.Form.BINARY_CHUNKED);
    request
        .putHeader("Prefer", "reply")
        .putHeader("Kn-Namespace", "default")
        .putHeader("Traceparent", TRACE)
        .putHeader("User-Agent", "Go-http-client/1.1")
        .putHeader("Accept-Encoding", "gzip");
    return request.send(body.get());
  }

  /** Text as the characters by which it is read as Latin-1: the client writes a byte for each. */
  private static String bytewise(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  private static Attempt attempt(CloudEvent event, HttpClientResponse answer, byte[] body) {
    int status = answer.statusCode();
    // "Responses with a 202 response code MUST NOT be processed as reply events."
    if (status != 200) {
      return new Attempt(event, status, body, retryAfter(answer), Optional.empty());
    }
    if (body.length == 0 && !answer.headers().contains("ce-specversion")) {
      return new Attempt(event, status, body, Duration.ZERO, Optional.empty());
    }
    try {
      CloudEvent reply = HttpMessageFactory.createReader(answer.headers()::forEach, body).toEvent();
      return new Attempt(event, status, body, Duration.ZERO, Optional.of(reply));
    } catch (CloudEventRWException | IllegalStateException noEvent) {
      // Beyond the specification, as Knative's own broker does it.
      return without(event, NO_EVENT, "the answer is neither empty nor an event");
    }
  }

  private static Attempt without(CloudEvent event, int status, String why) {
    return new Attempt(event, status, why.getBytes(UTF_8), Duration.ZERO, Optional.empty());
  }

  private static Duration retryAfter(HttpClientResponse answer) {
    String seconds = answer.getHeader("Retry-After");
    return seconds == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds));
  }
}
