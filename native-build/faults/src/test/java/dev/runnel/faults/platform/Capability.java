package dev.runnel.faults.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An instance of a capability that ships with Runnel, whose state is a router's. Started again, it
 * has the same port.
 */
public final class Capability implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = Ports.free();
  private final List<String> words;
  private final Map<String, String> environment;
  private final Path log;
  private Program program;

  private Capability(List<String> words, Map<String, String> environment, Path log) {
    this.words = words;
    this.environment = new HashMap<>(environment);
    this.environment.put("PORT", Integer.toString(port));
    this.log = log;
    this.program = Program.start(words, this.environment, log);
  }

  /** What it is built as. */
  public enum Form {
    JVM {
      @Override
      List<String> words(String name) {
        Path jar = ROOT.resolve("functions/%s/target/quarkus-app/quarkus-run.jar".formatted(name));
        return List.of(Program.java(), "-Xmx128m", "-jar", built(jar).toString());
      }
    },
    NATIVE {
      @Override
      List<String> words(String name) {
        return List.of(
            built(ROOT.resolve(".runnel/functions/%s/run".formatted(name))).toString(), "-Xmx64m");
      }
    };

    abstract List<String> words(String name);

    private static Path built(Path file) {
      if (!Files.exists(file)) {
        throw new IllegalStateException(file + " is not there; build it first");
      }
      return file;
    }
  }

  /**
   * Starts one, and returns when it listens.
   *
   * @param name also of its folder
   * @param key by which its router signs tokens
   */
  public static Capability start(String name, Form form, URI router, String key, Path log) {
    Map<String, String> environment =
        Map.of(
            "RUNNEL_STATE_URL",
            "http://" + router.getAuthority(),
            "RUNNEL_STATE_TOKEN",
            token(name, key));
    var started = new Capability(form.words(name), environment, log);
    started.awaitListening();
    return started;
  }

  /** The manifests that a router knows it by. */
  public static Path manifests(String name) {
    return ROOT.resolve(
        "functions/%s/src/main/resources/META-INF/runnel/function.yaml".formatted(name));
  }

  /** What a function answers to an event; fails where it is none. */
  public String call(String function, String data) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(Ports.url(Ports.LOOPBACK, port, "/" + function))
            .timeout(PATIENCE)
            .headers("ce-specversion", "1.0", "ce-id", UUID.randomUUID().toString())
            .headers("ce-source", "/faults", "ce-type", "test", "Content-Type", "application/json")
            .POST(BodyPublishers.ofString(data))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "%s answered %d: %s".formatted(function, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  public void kill() throws InterruptedException {
    program.kill();
  }

  /** After it was killed. Returns when it listens. */
  public void start() {
    program = Program.start(words, environment, log);
    awaitListening();
  }

  @Override
  public void close() {
    program.close();
    client.shutdownNow();
  }

  private void awaitListening() {
    Patience.until("it listens", START, () -> Ports.listens(Ports.LOOPBACK, port));
  }

  private static String token(String capability, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      byte[] signed = mac.doFinal(("runnel-state/" + capability).getBytes(UTF_8));
      return capability + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
