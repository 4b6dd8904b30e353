package dev.runnel.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sink on loopback that answers as it is told, and keeps what it got. */
final class ScriptedSink implements AutoCloseable {
  /** In place of a status: the connection ends without an answer. */
  static final int HANG_UP = 0;

  private final HttpServer server;
  private final Queue<Integer> script;
  private final List<Event> received = new CopyOnWriteArrayList<>();
  private final List<Integer> ports = new CopyOnWriteArrayList<>();

  private ScriptedSink(HttpServer server, List<Integer> script) {
    this.server = server;
    this.script = new ArrayDeque<>(script);
  }

  /** In place of a status: 202, and then a body without an end. */
  static final int BABBLE = 1;

  /** A sink that answers with these statuses, and then with 202. */
  static ScriptedSink answering(Integer... statuses) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var sink = new ScriptedSink(server, List.of(statuses));
    server.createContext("/", sink::handle);
    server.start();
    return sink;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/events?from=test";
  }

  /** Every event that was posted, in order, acknowledged or not. */
  List<Event> received() {
    return received;
  }

  /** The ports from which they came. */
  List<Integer> ports() {
    return ports;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new TreeMap<String, String>();
      for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
        headers.put(header.getKey(), header.getValue().getFirst());
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      var reading = new EventReader(Limits.DEFAULT).read(headers.entrySet(), body);
      int status = status();
      if (status == HANG_UP) {
        return;
      }
      ports.add(exchange.getRemoteAddress().getPort());
      if (reading instanceof EventReading.Read(Event event)
          && exchange.getRequestURI().toString().equals("/events?from=test")
          && exchange.getRequestMethod().equals("POST")) {
        received.add(event);
      }
      exchange.getResponseHeaders().set("Location", "/elsewhere");
      if (status == BABBLE) {
        babble(exchange);
      } else {
        exchange.sendResponseHeaders(status, -1);
      }
    }
  }

  private static void babble(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(202, 0);
    while (true) {
      exchange.getResponseBody().write(new byte[1 << 10]); // fails when the client hangs up
    }
  }

  private int status() {
    Integer next = script.poll();
    return next == null ? 202 : next;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
