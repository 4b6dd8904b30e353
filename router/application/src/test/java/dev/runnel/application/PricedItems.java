package dev.runnel.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A function elsewhere that answers with how often it was called. */
final class PricedItems implements AutoCloseable {

  private final AtomicInteger calls = new AtomicInteger();
  private final HttpServer server;

  PricedItems() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its manifest, with something by which one version differs from another. */
  String manifest(int priority) {
    return """
    { name: priced, runtime: http, handler: "http://127.0.0.1:%d/", priority: %d,
      effects: pure, cache: PT10M,
      triggers: [ { filters: [ { exact: { type: price.asked } } ] } ] }
    """
        .formatted(server.getAddress().getPort(), priority);
  }

  int calls() {
    return calls.get();
  }

  private void answer(HttpExchange call) throws IOException {
    call.getRequestBody().transferTo(OutputStream.nullOutputStream());
    byte[] answer = "{\"calls\":%d}".formatted(calls.incrementAndGet()).getBytes(UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(200, answer.length);
    call.getResponseBody().write(answer);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
