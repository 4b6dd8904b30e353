package dev.runnel.server;

import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventWriter;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A caller of the router over HTTP/1.1. */
final class Poster {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI root;

  Poster(URI root) {
    this.root = root;
  }

  /** An event that no test has sent before. */
  static Event event(String type, String json) {
    return Event.of(UUID.randomUUID().toString(), "/tests", type, Data.json(json));
  }

  /** Posts in binary mode; further headers as name, value, name, value … */
  HttpResponse<String> post(Event event, String... headers) {
    return send(binary("/", event, headers));
  }

  /** The same, and nothing is to run. */
  HttpResponse<String> explain(String query, Event event, String... headers) {
    return send(binary("/explain" + query, event, headers));
  }

  CompletableFuture<HttpResponse<String>> postAsync(Event event, String... headers) {
    return http.sendAsync(binary("/", event, headers), BodyHandlers.ofString());
  }

  /** Posts, waits for the run's end, and reads the event that tells it. */
  JsonPath postAndWait(Event event) {
    HttpResponse<String> response = post(event, "Prefer", "wait=15");
    if (response.statusCode() != 200) {
      throw new AssertionError("no end of the run: " + response.statusCode() + response.body());
    }
    return JsonPath.from(response.body());
  }

  HttpResponse<String> postStructured(String json, String... headers) {
    HttpRequest.Builder request =
        request("/")
            .header("Content-Type", "application/cloudevents+json")
            .POST(BodyPublishers.ofString(json));
    return send(with(request, headers));
  }

  /** Posts these events in the JSON format, or whatever else is to be in the array. */
  HttpResponse<String> postBatch(List<String> events, String... headers) {
    return send(batch(events, headers));
  }

  CompletableFuture<HttpResponse<String>> postBatchAsync(List<String> events) {
    return http.sendAsync(batch(events), BodyHandlers.ofString());
  }

  /** Any request, with a body as it is. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(with(request(path).method(method, BodyPublishers.ofString(body)), headers));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  /** The run as {@code GET} shows it. */
  JsonPath run(HttpResponse<String> accepted) {
    return JsonPath.from(get(location(accepted)).body());
  }

  JsonPath run(String id) {
    return JsonPath.from(get("/runs/" + id).body());
  }

  static String location(HttpResponse<String> accepted) {
    return accepted.headers().firstValue("Location").orElseThrow();
  }

  private HttpRequest binary(String path, Event event, String... headers) {
    HttpRequest.Builder request = request(path);
    EventWriter.binaryHeaders(event).forEach(request::header);
    request.POST(BodyPublishers.ofByteArray(event.data().bytes()));
    return with(request, headers);
  }

  private HttpRequest batch(List<String> events, String... headers) {
    HttpRequest.Builder request =
        request("/")
            .header("Content-Type", "application/cloudevents-batch+json")
            .POST(BodyPublishers.ofString("[" + String.join(",", events) + "]"));
    return with(request, headers);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
  }

  private static HttpRequest with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request.build() : request.headers(headers).build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
