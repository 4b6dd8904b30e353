package dev.runnel.server.invoke.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A function's executable as calls meet it, well-behaved or not: what it does is the request's
 * path. It serves HTTP/1.1 and HTTP/2 on one port, and HTTP/1.1 on a Unix socket.
 */
final class FunctionServer {

  /** What it prints, followed by its port, when it can be called. */
  static final String READY = "listening on ";

  private static final int PART = 64 << 10;
  private static final int FLOOD = 4_000;

  private final Vertx vertx;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger hanging = new AtomicInteger();
  private final AtomicInteger givenUp = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();

  private FunctionServer(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Arguments: the port, 0 for any, and the socket's file. */
  public static void main(String[] arguments) {
    var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    int port = new FunctionServer(vertx).listen(Integer.parseInt(arguments[0]), arguments[1]);
    System.out.println(READY + port);
  }

  private int listen(int port, String socket) {
    var options = new HttpServerOptions().setMaxHeaderSize(1 << 20).setCompressionSupported(false);
    var tcp = vertx.createHttpServer(options).connectionHandler(_ -> connections.incrementAndGet());
    var unix =
        vertx.createHttpServer(options).connectionHandler(_ -> connections.incrementAndGet());
    unix.requestHandler(this::handle)
        .listen(SocketAddress.domainSocketAddress(socket))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    return tcp.requestHandler(this::handle)
        .listen(port, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .actualPort();
  }

  private void handle(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    switch (request.path()) {
      case "/seen" -> response.end(seen().toBuffer());
      case "/mirror" -> request.body().onSuccess(body -> mirror(request, body));
      case "/echo" -> request.body().onSuccess(body -> echo(request, body));
      case "/answer" -> request.body().onSuccess(body -> answer(request));
      case "/hang" -> hang(request);
      case "/slow" -> {
        int millis = Integer.parseInt(request.getParam("millis"));
        vertx.setTimer(millis, _ -> response.end());
      }
      case "/drip" -> drip(response);
      case "/endless" -> endless(response);
      case "/flood" -> {
        for (int i = 0; i < FLOOD; i++) {
          response.putHeader("x-flood-" + i, "x".repeat(100));
        }
        response.end();
      }
      case "/half" -> {
        response.putHeader("Content-Length", "1000").write("half");
        vertx.setTimer(50, _ -> request.connection().close());
      }
      case "/break" -> request.connection().close();
      default -> {
        calls.incrementAndGet();
        response.putHeader("Content-Type", "application/json").end("\"" + request.path() + "\"");
      }
    }
  }

  /** What it has counted. */
  private JsonObject seen() {
    return new JsonObject()
        .put("connections", connections.get())
        .put("hanging", hanging.get())
        .put("givenUp", givenUp.get())
        .put("calls", calls.get())
        .put("written", written.get())
        .put("pid", ProcessHandle.current().pid());
  }

  /** Answers with the request, as an outcome. */
  private static void mirror(HttpServerRequest request, Buffer body) {
    var headers = new JsonObject();
    request
        .headers()
        .forEach(
            header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    var seen =
        new JsonObject()
            .put("method", request.method().name())
            .put("version", request.version().name())
            .put("uri", request.uri())
            .put("headers", headers)
            .put("body", Base64.getEncoder().encodeToString(body.getBytes()));
    event(request.response(), "dev.runnel.outcome")
        .putHeader("Content-Type", "application/json")
        .end(seen.toBuffer());
  }

  /** Answers with an event of another type and the same data. */
  private static void echo(HttpServerRequest request, Buffer body) {
    event(request.response(), "echoed")
        .putHeader("Content-Type", String.valueOf(request.getHeader("Content-Type")))
        .putHeader("ce-subject", String.valueOf(request.getHeader("ce-subject")))
        .end(body);
  }

  private static HttpServerResponse event(HttpServerResponse response, String type) {
    return response
        .putHeader("ce-specversion", "1.0")
        .putHeader("ce-id", "reply-1")
        .putHeader("ce-source", "/elsewhere")
        .putHeader("ce-type", type);
  }

  /** Answers what the query says: {@code status}, {@code h=Name:Value} and {@code body}. */
  private static void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String status = request.getParam("status");
    response.setStatusCode(status == null ? 200 : Integer.parseInt(status));
    for (String header : request.params().getAll("h")) {
      List<String> parts = List.of(header.split(":", 2));
      response.putHeader(parts.getFirst(), parts.getLast());
    }
    String body = request.getParam("body");
    response.end(body == null ? "" : body);
  }

  private void hang(HttpServerRequest request) {
    hanging.incrementAndGet();
    request.response().exceptionHandler(_ -> {});
    request.response().closeHandler(_ -> givenUp.incrementAndGet());
  }

  private void drip(HttpServerResponse response) {
    response.setChunked(true);
    long timer =
        vertx.setPeriodic(
            1,
            100,
            _ -> {
              var _ = response.write(".");
            });
    response.closeHandler(
        _ -> {
          vertx.cancelTimer(timer);
          givenUp.incrementAndGet();
        });
  }

  private void endless(HttpServerResponse response) {
    response.setChunked(true);
    response.exceptionHandler(_ -> {});
    response.closeHandler(_ -> givenUp.incrementAndGet());
    pour(response);
  }

  private void pour(HttpServerResponse response) {
    if (response.closed()) {
      return;
    }
    response
        .write(Buffer.buffer(new byte[PART]))
        .onSuccess(
            _ -> {
              written.addAndGet(PART);
              pour(response);
            });
  }
}
