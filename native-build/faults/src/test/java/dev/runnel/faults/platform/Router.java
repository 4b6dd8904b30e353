package dev.runnel.faults.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged router as a process of its own. Started again, it has the same place and data. */
public final class Router implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Several at once on a machine that builds meanwhile. */
  private static final Duration START = Duration.ofMinutes(3);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Path folder;
  private final List<String> words;
  private final Map<String, String> environment;
  private final Place place;
  private Program program;

  /**
   * Starts it.
   *
   * @param heap the most that it may take, as in {@code 512m}
   * @param settings environment variables beside its place and the folder of its data
   */
  Router(Path folder, Place place, String heap, Map<String, String> settings) {
    this.folder = folder;
    this.place = place;
    this.environment = new HashMap<>(settings);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("QUARKUS_HTTP_HOST", place.host());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(place.port()));
    environment.putIfAbsent("RUNNEL_DATA", folder.resolve("data").toString());
    this.words = new ArrayList<>(place.entrance());
    words.addAll(List.of("/bin/sh", application().resolve("run").toString(), "-Xmx" + heap));
    this.program = launch();
  }

  public int port() {
    return place.port();
  }

  /** Where events are posted to it. */
  public URI root() {
    return url("/");
  }

  /** What it is called among others; empty where it was given no name. */
  public String name() {
    return environment.getOrDefault("RUNNEL_ROUTER_NAME", "");
  }

  /** What it has printed, in all its lives. */
  public Path log() {
    return folder.resolve("router.log");
  }

  /** What is in use of its heap after a full collection, in MiB. */
  public long heapInUse() throws IOException {
    return Heap.inUse(program.pid());
  }

  public void kill() throws InterruptedException {
    program.kill();
  }

  public void end() throws InterruptedException {
    program.end();
  }

  /** After it was killed, or has ended. Does not wait for it. */
  public void start() {
    program = launch();
  }

  public boolean lives() {
    return program.lives();
  }

  public void freeze() throws InterruptedException {
    program.freeze();
  }

  public void thaw() throws InterruptedException {
    program.thaw();
  }

  /** Puts functions, as soon as it takes them. */
  void put(String manifests) {
    HttpRequest request =
        HttpRequest.newBuilder(url("/functions"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/yaml")
            .PUT(BodyPublishers.ofString(manifests))
            .build();
    Patience.until(
        "the router takes its functions",
        START,
        () -> {
          HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
          if (answer.statusCode() == 400) {
            throw new IllegalArgumentException(answer.body());
          }
          return answer.statusCode() / 100 == 2;
        });
  }

  /** Returns when it has functions, whoever was given them. */
  void awaitFunctions() {
    Patience.until("the router has functions", START, () -> get("/functions/single").isObject());
  }

  /** Posts a batch of events; how many of them were accepted. */
  public int post(String batch) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("/"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/cloudevents-batch+json")
            .POST(BodyPublishers.ofString(batch, UTF_8))
            .build();
    JsonNode answers = JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    int accepted = 0;
    for (JsonNode answer : answers) {
      accepted += answer.path("status").asInt() == 202 ? 1 : 0;
    }
    return accepted;
  }

  /** What a path answers; fails unless that is 200. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url(path)).timeout(PATIENCE).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** What has happened to a run that is over, in its order: the kind, and what is told of it. */
  public List<Map.Entry<String, JsonNode>> story(String run)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("/runs/" + run + "/events")).timeout(PATIENCE).build();
    String text = client.send(request, BodyHandlers.ofString()).body();
    var story = new ArrayList<Map.Entry<String, JsonNode>>();
    for (String event : text.split("\n\n", -1)) {
      String data = lines(event, "data: ").collect(Collectors.joining("\n"));
      if (!data.isEmpty()) {
        story.add(Map.entry(lines(event, "event: ").findFirst().orElse(""), JSON.readTree(data)));
      }
    }
    return story;
  }

  private static Stream<String> lines(String event, String field) {
    return event.lines().filter(it -> it.startsWith(field)).map(it -> it.substring(field.length()));
  }

  @Override
  public void close() {
    program.close();
    client.shutdownNow();
  }

  private URI url(String path) {
    return place.url(path);
  }

  private Program launch() {
    return Program.start(words, environment, log());
  }

  private static Path application() {
    Path folder = Path.of(System.getProperty("runnel.application", "quarkus-app"));
    if (!Files.exists(folder.resolve("run"))) {
      throw new UncheckedIOException(
          new IOException("%s is not there; package router/application first".formatted(folder)));
    }
    return folder;
  }
}
