package dev.runnel.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests that no part of the system can take, at the router's address and at the functions'. */
record BadRequests(DevMode dev) {

  private static final String STRUCTURED = "application/cloudevents+json";
  private static final Map<String, String> COMPLETE =
      Map.of("ce-specversion", "1.0", "ce-id", "1", "ce-source", "/e2e", "ce-type", "no.such");

  /** One answer. */
  record Answer(String request, int status, String contentType, String body) {}

  /** The answers to all of them. */
  List<Answer> answers() throws IOException, InterruptedException {
    var answers = new ArrayList<Answer>();
    answers.add(post("/", Map.of(), "{}"));
    answers.add(post("/", without("ce-id"), "{}"));
    answers.add(post("/", without("ce-source"), "{}"));
    answers.add(post("/", without("ce-type"), "{}"));
    answers.add(post("/", Map.of("Content-Type", STRUCTURED), "{\"canary\": "));
    answers.add(post("/", Map.of("Content-Type", STRUCTURED), "[]"));
    answers.add(post("/", Map.of("Content-Type", STRUCTURED), "[".repeat(100_000)));
    answers.add(post("/", Map.of("Content-Type", "application/cloudevents+xml"), "<canary/>"));
    answers.add(post("/", Map.of("Content-Type", "application/cloudevents-batch+json"), "[canary"));
    answers.add(post("/", COMPLETE, "canary".repeat(10 << 17)));
    answers.add(post("/agents-match-lexical", COMPLETE, "canary"));
    answers.add(post("/agents-match-lexical", COMPLETE, ""));
    answers.add(post("/tensor-encode", COMPLETE, "{\"text\": 7, \"canary\""));
    answers.add(post("/no-such-function", COMPLETE, "{}"));
    answers.add(post("/no/such/path", COMPLETE, "{}"));
    answers.add(send("GET", "/", Map.of(), ""));
    answers.add(send("DELETE", "/runs/0123", Map.of(), ""));
    answers.add(send("GET", "/runs/0123", Map.of(), ""));
    return answers;
  }

  private static Map<String, String> without(String header) {
    return COMPLETE.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(header))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Answer post(String path, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    return send("POST", path, headers, body);
  }

  private Answer send(String method, String path, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(dev.url(path)))
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofByteArray(body.getBytes(UTF_8)));
    headers.forEach(request::header);
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          method + " " + path + " " + headers,
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse("none"),
          answer.body());
    }
  }
}
