package dev.runnel.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises of {@code ./runnel dev}, seen from outside. */
class DevModeIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Checkout checkout;
  private static DevMode dev;

  @BeforeAll
  static void start() throws Exception {
    checkout = Checkout.copyTo(folder);
    dev = DevMode.start(checkout);
  }

  @AfterAll
  static void stop() {
    if (dev != null) {
      dev.close();
    }
  }

  @Test
  void saysWhereItListensAndWhatToTry() {
    assertThat(dev.output())
        .contains("Runnel is ready at " + dev.url(""))
        .contains("agents-match", "tensor-encode")
        .contains("curl -s " + dev.url("/"));
  }

  @Test
  void answersTheReadmesCurlWithTheReadmesText() throws Exception {
    assumeTrue(Shell.has("curl"), "curl is not installed");
    var readme = new Readme(checkout.read("README.md"));
    String curl = readme.curl("task.submitted");
    JsonNode answer = JSON.readTree(new Shell(dev).run(curl));
    assertThat(withoutRun(answer)).isEqualTo(withoutRun(JSON.readTree(readme.answerTo(curl))));
  }

  @Test
  void explainsTheReadmesEventWithTheReadmesText() throws Exception {
    assumeTrue(Shell.has("curl"), "curl is not installed");
    var readme = new Readme(checkout.read("README.md"));
    String curl = readme.curlWith("/explain");
    assertThat(new Shell(dev).run(curl)).isEqualTo(readme.answerTo(curl, "text"));
  }

  @Test
  void answersTheCurlThatItPrints() throws Exception {
    assumeTrue(Shell.has("curl"), "curl is not installed");
    String printed = dev.output();
    String curl = printed.substring(printed.indexOf("curl -s"));
    JsonNode answer = JSON.readTree(new Shell(dev).run(curl.substring(0, curl.indexOf("}'") + 2)));
    assertThat(answer.path("state").asText()).isEqualTo("succeeded");
  }

  @Test
  void answersEveryCapabilitysCurl() throws Exception {
    assumeTrue(Shell.has("curl"), "curl is not installed");
    for (Path readme : capabilityReadmes()) {
      List<String> curls =
          new Readme(Files.readString(readme))
              .blocks().stream()
                  .filter(block -> block.language().equals("sh"))
                  .map(Readme.Block::content)
                  .filter(content -> content.contains("Prefer: wait"))
                  .toList();
      assertThat(curls).as("curls in %s", readme).isNotEmpty();
      for (String curl : curls) {
        JsonNode answer = JSON.readTree(new Shell(dev).run(curl));
        assertThat(answer.path("state").asText()).as("%s: %s", readme, curl).isEqualTo("succeeded");
      }
    }
  }

  @Test
  void findsAnAgentThatWasUnknownBefore() throws Exception {
    var events = new Poster(dev);
    String task = "{\"description\": \"tune a pipe organ in a cathedral\", \"limit\": 1}";
    assertThat(firstAgent(events.run("task.submitted", task))).isNotEqualTo("organ-tuner");
    events.run(
        "agent.registered",
        """
        {"id": "organ-tuner", "name": "Organist", "capabilities": ["music"],
         "description": "tunes and repairs pipe organs in churches and cathedrals"}
        """);
    assertThat(firstAgent(events.run("task.submitted", task))).isEqualTo("organ-tuner");
    events.run("agent.retired", "{\"id\": \"organ-tuner\"}");
    assertThat(firstAgent(events.run("task.submitted", task))).isNotEqualTo("organ-tuner");
  }

  @Test
  void answersWithoutTheModelWhenTheEncoderFails() throws Exception {
    String encoder = "functions/tensor/src/main/java/dev/runnel/tensor/TensorFunction.java";
    String working = checkout.read(encoder);
    String start = "public TensorEncoded encode(TextSubmitted submitted) {";
    assertThat(working).contains(start);
    checkout.write(
        encoder, working.replace(start, start + " if (true) throw new IllegalStateException();"));
    JsonNode answer =
        new Poster(dev)
            .until(
                "task.submitted",
                "{\"description\": \"translate Chinese\"}",
                run -> run.path("degraded").toString().equals("[\"agents-match\"]"));
    assertThat(answer.path("state").asText()).isEqualTo("succeeded");
    assertThat(answer.at("/results/agents-match/by").asText()).isEqualTo("words");
    assertThat(answer.at("/results/agents-match/agents")).isNotEmpty();
    checkout.write(encoder, working);
    new Poster(dev)
        .until(
            "task.submitted",
            "{\"description\": \"translate Chinese\"}",
            run -> run.path("degraded").isEmpty());
  }

  @Test
  void refusesBadInputWithoutDisturbingOtherRuns() throws Exception {
    var events = new Poster(dev);
    var bad = new BadRequests(dev);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var refused = callers.submit(bad::answers);
      for (int i = 0; i < 20; i++) {
        JsonNode good = events.run("task.submitted", "{\"description\": \"review Java code\"}");
        assertThat(good.path("state").asText()).isEqualTo("succeeded");
      }
      assertThat(refused.get())
          .allSatisfy(
              answer -> {
                assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
                assertThat(answer.contentType()).isEqualTo("application/problem+json");
                assertThat(JSON.readTree(answer.body()).path("code").asText()).isNotEmpty();
                assertThat(answer.body()).doesNotContain("Exception", "\tat ", "canary");
              });
    }
  }

  @Test
  void takesAManifestThatWasEditedAlone() throws Exception {
    String manifest = "functions/tensor/src/main/resources/META-INF/runnel/function.yaml";
    String before = checkout.read(manifest);
    checkout.write(manifest, before.replace("text.submitted", "sentence.submitted"));
    JsonNode answer =
        new Poster(dev)
            .until(
                "sentence.submitted",
                "{\"text\": \"a cat\"}",
                run -> run.at("/results/tensor-encode/dimensions").asInt() == 384);
    assertThat(answer.path("state").asText()).isEqualTo("succeeded");
    checkout.write(manifest, before);
    new Poster(dev).until("text.submitted", "{\"text\": \"a cat\"}", run -> run.has("results"));
  }

  @Test
  void refusesASecondStartInTheSameCheckout() throws Exception {
    Process second =
        new ProcessBuilder("./runnel", "dev")
            .directory(checkout.root().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(second.getInputStream().readAllBytes(), UTF_8);
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(said).contains("dev mode runs already in this checkout");
  }

  @Test
  void runsAFunctionInANewClassWithoutARestart() throws Exception {
    checkout.write(
        "functions/agents/src/main/java/dev/runnel/agents/GreetingFunction.java",
        """
        package dev.runnel.agents;

        import io.quarkus.funqy.Funq;

        public class GreetingFunction {
          public record Guest(String name) {}

          public record Greeted(String text) {}

          @Funq("greet")
          public Greeted greet(Guest guest) {
            return new Greeted("Hello " + guest.name());
          }
        }
        """);
    checkout.append(
        "functions/agents/src/main/resources/META-INF/runnel/function.yaml",
        """
        ---
        name: greet
        runtime: native
        handler: dev.runnel.agents.GreetingFunction#greet
        triggers:
          - filters: [ { exact: { type: guest.arrived } } ]
        """);
    JsonNode answer =
        new Poster(dev)
            .until(
                "guest.arrived", "{\"name\": \"Ada\"}", run -> run.at("/results/greet").isObject());
    assertThat(answer.at("/results/greet/text").asText()).isEqualTo("Hello Ada");
  }

  private static String firstAgent(JsonNode answer) {
    return answer.at("/results/agents-match/agents/0/id").asText();
  }

  private static JsonNode withoutRun(JsonNode answer) {
    return ((ObjectNode) answer).put("run", "…");
  }

  private static List<Path> capabilityReadmes() throws Exception {
    try (Stream<Path> capabilities = Files.list(checkout.root().resolve("functions"))) {
      return capabilities
          .filter(dir -> Files.exists(dir.resolve("src/main/resources/META-INF/runnel")))
          .map(dir -> dir.resolve("README.md"))
          .sorted()
          .toList();
    }
  }
}
