package dev.runnel.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** Posts events in binary mode and waits for the answer. */
record Poster(DevMode dev) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The answer to a new event with JSON data. */
  HttpResponse<String> post(String type, String json) throws IOException, InterruptedException {
    return CLIENT.send(request(type, json).build(), BodyHandlers.ofString());
  }

  /** What came of the run that a new event started: the data of the answered event. */
  JsonNode run(String type, String json) throws IOException, InterruptedException {
    return JSON.readTree(post(type, json).body());
  }

  HttpRequest.Builder request(String type, String json) {
    return HttpRequest.newBuilder(URI.create(dev.url("/")))
        .timeout(Duration.ofSeconds(90))
        .header("ce-specversion", "1.0")
        .header("ce-id", UUID.randomUUID().toString())
        .header("ce-source", "/e2e")
        .header("ce-type", type)
        .header("Content-Type", "application/json")
        .header("Prefer", "wait=30")
        .POST(BodyPublishers.ofString(json));
  }

  /**
   * The answer that is expected, once it comes: changed files are looked for when a request comes,
   * at most every two seconds.
   */
  JsonNode until(String type, String json, Predicate<JsonNode> expected)
      throws IOException, InterruptedException {
    String last = "";
    for (int attempt = 0; attempt < 20; attempt++) {
      var answer = post(type, json);
      last = answer.statusCode() + " " + answer.body();
      if (answer.statusCode() == 200 && expected.test(JSON.readTree(answer.body()))) {
        return JSON.readTree(answer.body());
      }
      Thread.sleep(1_000);
    }
    throw new AssertionError("last answer to " + type + ": " + last + "\n" + dev.output());
  }
}
