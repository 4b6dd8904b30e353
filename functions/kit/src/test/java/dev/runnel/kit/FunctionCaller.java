package dev.runnel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runnel.contract.BatchReader;
import dev.runnel.contract.BatchReading;
import dev.runnel.contract.Event;
import dev.runnel.contract.EventReader;
import dev.runnel.contract.EventReading;
import dev.runnel.contract.EventWriter;
import dev.runnel.contract.Limits;
import dev.runnel.contract.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls functions over HTTP exactly as told: no header is added, no body is changed. */
final class FunctionCaller {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Limits LIMITS = Limits.DEFAULT;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI root;

  FunctionCaller(URI root) {
    this.root = root;
  }

  /** Posts the event in binary mode, with further headers. */
  HttpResponse<byte[]> post(String path, Event event, Map<String, String> more) {
    var headers = new TreeMap<>(EventWriter.binaryHeaders(event));
    headers.putAll(more);
    return send("POST", path, headers, event.data().bytes());
  }

  HttpResponse<byte[]> post(String path, Event event) {
    return post(path, event, Map.of());
  }

  /** Posts the event in structured mode. */
  HttpResponse<byte[]> postStructured(String path, Event event) {
    var headers = Map.of("Content-Type", "application/cloudevents+json; charset=UTF-8");
    return send("POST", path, headers, EventWriter.structured(event));
  }

  HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, byte[] body) {
    var request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(TIMEOUT)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path + " got no response", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + method + " " + path, e);
    }
  }

  /** The events that were answered, in order; empty where nothing was. */
  static List<Event> answer(HttpResponse<byte[]> response) {
    if (response.statusCode() == 204) {
      assertThat(response.body()).isEmpty();
      return List.of();
    }
    assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
    var headers = new TreeMap<String, String>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return BatchReader.takes(headers.entrySet())
        ? batch(response.body())
        : List.of(event(new EventReader(LIMITS).read(headers.entrySet(), response.body())));
  }

  private static List<Event> batch(byte[] body) {
    var reading = new BatchReader(LIMITS, LIMITS.bytes(), 1_000).read(body);
    assertThat(reading).isInstanceOf(BatchReading.Read.class);
    var events =
        ((BatchReading.Read) reading).events().stream().map(FunctionCaller::event).toList();
    assertThat(events).as("one event, and no event, are no batch").hasSizeGreaterThan(1);
    return events;
  }

  private static Event event(EventReading reading) {
    assertThat(reading).isInstanceOf(EventReading.Read.class);
    return ((EventReading.Read) reading).event();
  }

  /** The problem document that was answered, after a look at its form. */
  static JsonNode problem(HttpResponse<byte[]> response) {
    String text = text(response);
    assertThat(response.headers().firstValue("Content-Type")).as(text).contains(Problem.MEDIA_TYPE);
    assertThat(text).as("no stack trace").doesNotContain("\\tat ", ".java:");
    JsonNode problem = json(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
    assertThat(problem.path("type").asText())
        .isEqualTo("urn:runnel:problem:" + problem.path("code").asText());
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).isEqualTo(response.uri().getPath());
    return problem;
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("a body is not JSON", e);
    }
  }
}
