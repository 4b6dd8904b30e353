package dev.runnel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises of functions in repositories of their own. */
class OtherRepositoryIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GREET = "src/main/java/com/example/GreetFunction.java";
  private static final String MANIFEST = "src/main/resources/META-INF/runnel/function.yaml";
  private static final String ADA = "{\"name\": \"Ada\"}";

  @TempDir static Path folder;
  private static Checkout runnel;
  private static Checkout greet;
  private static DevMode dev;

  @BeforeAll
  static void start() throws Exception {
    runnel = Checkout.copyTo(folder.resolve("runnel"));
    greet = newProject("greet");
    dev = DevMode.start(runnel, greet.root());
  }

  @AfterAll
  static void stop() {
    if (dev != null) {
      dev.close();
    }
  }

  @Test
  void isBegunAsTheReadmeShows() throws Exception {
    var readme = new Readme(runnel.read("README.md"));

    Checkout begun = newProject("elsewhere/greet");

    assertThat(readme.blocks())
        .contains(new Readme.Block("java", begun.read(GREET)))
        .contains(new Readme.Block("yaml", begun.read(MANIFEST)));
  }

  @Test
  void buildsAgainstTheInstalledKit() throws Exception {
    Checkout built = newProject("built/greet");
    String maven = Path.of(System.getProperty("runnel.maven"), "bin/mvn").toString();
    String said;
    try (var repository = LocalRepository.in(folder.resolve("repository"))) {
      Command.in(runnel.root(), "./runnel", "install", "-B", repository.option()).output();
      said = Command.in(built.root(), maven, "-B", "-ntp", repository.option(), "verify").output();
    }

    assertThat(said).containsPattern("Tests run: [1-9]\\d, Failures: 0, Errors: 0, Skipped: 0");
    assertThat(built.root().resolve("target/quarkus-app/quarkus-run.jar")).exists();
  }

  @Test
  void runsBesideTheCapabilitiesThatShip() {
    assertThat(dev.output()).containsPattern("with these functions: agents-match.* greet.*");
  }

  @Test
  void answersTheReadmesCurlWithTheReadmesText() throws Exception {
    assumeTrue(Shell.has("curl"), "curl is not installed");
    var readme = new Readme(runnel.read("README.md"));
    String curl = readme.curl("guest.arrived");

    assertThat(withoutRun(new Shell(dev).run(curl))).isEqualTo(withoutRun(readme.answerTo(curl)));
  }

  @Test
  void reloadsWhatWasEdited() throws Exception {
    String before = greet.read(GREET);

    greet.write(GREET, before.replace("Hello", "Servus"));

    assertGreeting("Servus Ada");
    greet.write(GREET, before);
    assertGreeting("Hello Ada");
  }

  @Test
  void runsAFunctionInANewClass() throws Exception {
    greet.write(
        "src/main/java/com/example/FarewellFunction.java",
        """
        package com.example;

        import io.quarkus.funqy.Funq;

        public class FarewellFunction {
          public record Leaving(String name) {}

          @Funq("farewell")
          public String farewell(Leaving guest) {
            return "Goodbye " + guest.name();
          }
        }
        """);
    greet.append(
        MANIFEST,
        """
        ---
        name: farewell
        runtime: native
        handler: com.example.FarewellFunction#farewell
        triggers:
          - filters: [ { exact: { type: guest.left } } ]
        """);

    new Poster(dev)
        .until(
            "guest.left", ADA, run -> run.at("/results/farewell").asText().equals("Goodbye Ada"));
  }

  @Test
  void saysWhereTwoFunctionsHaveOneName() throws Exception {
    String before = greet.read(MANIFEST);
    int second = before.lines().toList().size() + 2;

    greet.append(MANIFEST, "---\n" + before.split("---\n", 2)[0]);

    for (int i = 0; i < 20 && !dev.output().contains("is taken by"); i++) {
      new Poster(dev).post("guest.arrived", ADA);
      Thread.sleep(500);
    }
    Path manifest = greet.root().toRealPath().resolve(MANIFEST);
    assertThat(dev.output())
        .contains(manifest + ":" + second + ":1 /name: the name \"greet\" is taken by " + manifest);
    greet.write(MANIFEST, before);
    assertGreeting("Hello Ada");
  }

  @Test
  void isRefusedWithItsPathWhereThereIsNone() throws Exception {
    var other = Checkout.copyTo(folder.resolve("other"));

    var ended = Command.in(folder, other.root() + "/runnel", "dev", "--only", "nowhere").end();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output()).contains("runnel: there is no folder " + folder.resolve("nowhere"));
  }

  @Test
  void isNotBegunUnderAWrongNameOrOverOtherFiles() throws Exception {
    var wrong = Command.in(folder, "runnel/runnel", "new", "Greet_Me").end();
    var taken = Command.in(folder, "runnel/runnel", "new", "greet").end();

    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.output()).contains("'Greet_Me' cannot be a function's name");
    assertThat(taken.status()).isEqualTo(1);
    assertThat(taken.output()).contains("greet is not empty");
  }

  private static Checkout newProject(String place) throws Exception {
    Command.in(folder, "runnel/runnel", "new", "greet", place).output();
    return new Checkout(folder.resolve(place));
  }

  private static void assertGreeting(String text) throws Exception {
    new Poster(dev)
        .until("guest.arrived", ADA, run -> run.at("/results/greet/text").asText().equals(text));
  }

  private static JsonNode withoutRun(String answer) throws Exception {
    return ((ObjectNode) JSON.readTree(answer)).put("run", "…");
  }
}
