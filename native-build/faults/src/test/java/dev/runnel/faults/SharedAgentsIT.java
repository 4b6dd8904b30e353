package dev.runnel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.faults.platform.Capability;
import dev.runnel.faults.platform.Capability.Form;
import dev.runnel.faults.platform.Patience;
import dev.runnel.faults.platform.Platform;
import dev.runnel.faults.platform.Platform.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two instances of a capability, whose state is the router's, and one of them is killed. */
class SharedAgentsIT {

  private static final String NAME = "agents";
  private static final String KEY = "the-key-of-tests-which-everybody-knows";
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Native where it was built so, as CI does. */
  static Stream<Form> forms() {
    return Boolean.parseBoolean(System.getenv("RUNNEL_NATIVE"))
        ? Stream.of(Form.JVM, Form.NATIVE)
        : Stream.of(Form.JVM);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void anAgentIsFoundThroughTheOtherInstanceAndAfterARestart(Form form) throws Exception {
    var settings =
        new Settings(
            "512m",
            Optional.empty(),
            Map.of(
                "RUNNEL_STATE_KEY",
                KEY,
                "RUNNEL_FUNCTIONS_MANIFESTS",
                // The one depends on the other.
                Capability.manifests("tensor") + "," + Capability.manifests(NAME)));
    try (Platform platform = Platform.start("agents-" + form, settings);
        Capability one = instance(platform, form, "one");
        Capability other = instance(platform, form, "other")) {
      register(one, "first");
      awaitFound(other, "first");

      other.kill();
      register(one, "second");
      other.start();

      awaitFound(other, "first");
      awaitFound(other, "second");
      register(other, "third");
      awaitFound(one, "third");
      assertThat(one.call("agents-retire", "{\"id\": \"first\"}")).contains("\"known\":true");
      Patience.until("it is gone", SOON, () -> !found(other, "first"));
    }
  }

  private static Capability instance(Platform platform, Form form, String name) {
    Path log = platform.router().log().resolveSibling(name + ".log");
    return Capability.start(NAME, form, platform.router().root(), KEY, log);
  }

  private static void register(Capability at, String id) throws IOException, InterruptedException {
    at.call(
        "agents-register-plain",
        """
        {"id": "%s", "name": "%s", "description": "knots carpets", "capabilities": ["knotting"]}
        """
            .formatted(id, id));
  }

  private static void awaitFound(Capability at, String id) {
    Patience.until(id + " is found", SOON, () -> found(at, id));
  }

  private static boolean found(Capability at, String id) throws IOException, InterruptedException {
    return at.call(
            "agents-match-lexical",
            "{\"description\": \"knots carpets\", \"capabilities\": [\"knotting\"]}")
        .contains("\"id\":\"" + id + "\"");
  }
}
