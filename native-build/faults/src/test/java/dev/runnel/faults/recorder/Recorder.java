package dev.runnel.faults.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.runnel.faults.recorder.Effects.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A process with all functions of the tests. Each call is in the ledger before it does anything,
 * and again before it is answered.
 */
public final class Recorder {

  private static final List<String> NOTED =
      List.of(
          "source", "id", "runnelrun", "runnelstep", "runnelattempt", "runnelkey", "runnelepoch");

  private final Ledger ledger;

  private Recorder(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Serves until it is killed.
   *
   * @param arguments the address, the port, and the clerk's
   */
  public static void main(String... arguments) throws IOException {
    var recorder = new Recorder(Ledger.open(Integer.parseInt(arguments[2])));
    var address = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    HttpServer server = HttpServer.create(address, 1_024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", recorder::serve);
    server.start();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getRequestHeaders();
      exchange.getRequestBody().readAllBytes();
      String function = exchange.getRequestURI().getPath().substring(1);
      Script script =
          Script.of(
              function, value(headers, "id"), Integer.parseInt(value(headers, "runnelattempt")));
      note("begin", function, headers, script);
      Thread.sleep(script.pause());
      Script done = script.checks() ? checked(function, headers, script) : script;
      note("end", function, headers, done);
      answer(exchange, done);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has its effect, unless it was had before, or somebody of a higher epoch was here. */
  private Script checked(String function, Headers headers, Script script) throws IOException {
    return switch (note(Clerk.EFFECT, function, headers, script)) {
      case EFFECT, AGAIN -> script;
      case STALE -> Script.STALE;
    };
  }

  private Verdict note(String what, String function, Headers headers, Script script)
      throws IOException {
    var line = new StringBuilder(what).append('\t').append(function);
    line.append('\t').append(script.status());
    for (String name : NOTED) {
      line.append('\t').append(value(headers, name));
    }
    return ledger.write(line.toString());
  }

  private static String value(Headers headers, String attribute) {
    String value = headers.getFirst("ce-" + attribute);
    return value == null ? "" : value;
  }

  private static void answer(HttpExchange exchange, Script script) throws IOException {
    Headers answer = exchange.getResponseHeaders();
    String body = "";
    if (script.output() != null) {
      answer.set("ce-specversion", "1.0");
      answer.set("ce-type", script.output());
      answer.set("ce-source", "/recorder");
      answer.set("ce-id", "1");
      answer.set("Content-Type", "application/json");
      body = "{}";
    } else if (script.status() >= 400) {
      answer.set("Content-Type", "application/problem+json");
      body =
          "{\"status\":%d,\"code\":\"scripted\",\"title\":\"as scripted\"}"
              .formatted(script.status());
    }
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(script.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
