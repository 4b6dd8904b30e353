package dev.runnel.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A bit of everything that a router does in its first seconds: functions, events, runs. */
final class Exercise {

  /** Enough for its JVM to know what is done often. */
  private static final int EVENTS = 1_000;

  private static final String EVENT =
      """
      {"specversion":"1.0","type":"training","source":"/training","id":"%s","data":{"n":1}}\
      """;

  private final RouterProcess router;
  private final HttpClient client;

  private Exercise(RouterProcess router, HttpClient client) {
    this.router = router;
    this.client = client;
  }

  static void of(RouterProcess router) throws IOException, InterruptedException {
    HttpServer functions =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    functions.createContext(
        "/",
        call -> {
          call.getRequestBody().transferTo(OutputStream.nullOutputStream());
          call.sendResponseHeaders(204, -1);
          call.close();
        });
    functions.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      new Exercise(router, client).all(functions.getAddress().getPort());
    } finally {
      functions.stop(0);
    }
  }

  private void all(int port) throws IOException, InterruptedException {
    String manifest =
        """
        { name: trained, runtime: http, handler: "http://127.0.0.1:%d/",
          triggers: [ { filters: [ { exact: { type: training } } ] } ] }
        """
            .formatted(port);
    send("PUT", "/functions/trained", "application/yaml", manifest);
    for (int i = 0; i < EVENTS; i++) {
      send("POST", "/", "application/cloudevents+json", EVENT.formatted("one-" + i));
    }
    String batch = "[" + EVENT.formatted("first") + "," + EVENT.formatted("second") + "]";
    send("POST", "/", "application/cloudevents-batch+json", batch);
    send("GET", "/runs?state=succeeded", "application/json", "");
    send("GET", "/functions", "application/json", "");
  }

  private void send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(router.at(path))
            .header("Content-Type", type)
            .header("Prefer", "wait=5")
            .method(method, BodyPublishers.ofString(body, UTF_8))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as("%s %s: %s", method, path, answer.body())
        .isBetween(200, 299);
  }
}
