package dev.runnel.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.kit.sample.Greeting;
import io.quarkus.funqy.runtime.FunctionInvoker;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static final String CLASS = "dev.runnel.kit.PairingTest$Greeter";

  /** Two functions. */
  public static class Greeter {
    public Greeting greet() {
      return new Greeting("Hello");
    }

    public Greeting greetAgain() {
      return new Greeting("Hello again");
    }
  }

  private static FunctionInvoker function(String name, String method) {
    try {
      return new FunctionInvoker(name, Greeter.class, Greeter.class.getMethod(method));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Declared> manifests(String... documents) {
    var reading = ManifestReader.read("f.yaml", String.join("\n---\n", documents).getBytes(UTF_8));
    assertThat(reading.errors()).isEmpty();
    return reading.declared();
  }

  private static String manifest(String name, String method) {
    return "name: " + name + "\nruntime: native\nhandler: " + CLASS + "#" + method;
  }

  @Test
  void bringsManifestsAndMethodsTogether() {
    var pairing =
        Pairing.of(
            manifests(manifest("greet", "greet"), manifest("greet-again", "greetAgain")),
            List.of(function("greet-again", "greetAgain"), function("greet", "greet")));

    assertThat(pairing.errors()).isEmpty();
    assertThat(pairing.undeclared()).isEmpty();
    assertThat(pairing.pairs()).containsOnlyKeys("greet", "greet-again");
  }

  @Test
  void leavesFunctionsThatLiveElsewhereAlone() {
    var pairing =
        Pairing.of(
            manifests(
                "name: away\nruntime: http\nhandler: https://example.com/away",
                "kind: Chain\nname: both\nfunctions: [away]"),
            List.of());

    assertThat(pairing.errors()).isEmpty();
    assertThat(pairing.pairs()).isEmpty();
  }

  @Test
  void namesAManifestWithoutAMethod() {
    var pairing = Pairing.of(manifests(manifest("greet", "greet")), List.of());

    assertThat(pairing.errors())
        .extracting(ManifestError::toString)
        .containsExactly(
            "f.yaml:1:1 /name: no method has @Funq(\"greet\"); expected @Funq(\"greet\") on "
                + CLASS
                + "#greet");
  }

  @Test
  void namesAMethodWithoutAManifest() {
    var pairing = Pairing.of(List.of(), List.of(function("greet", "greet")));

    assertThat(pairing.undeclared())
        .singleElement()
        .extracting(ManifestError::toString)
        .asString()
        .contains("no manifest is named greet", "handler: " + CLASS + "#greet");
  }

  @Test
  void noticesThatFunqyTookAnotherMethodOfTheSameName() {
    var pairing =
        Pairing.of(manifests(manifest("greet", "greet")), List.of(function("greet", "greetAgain")));

    assertThat(pairing.errors())
        .singleElement()
        .extracting(ManifestError::path, ManifestError::message)
        .containsExactly(
            "/handler",
            "the handler is "
                + CLASS
                + "#greet, but @Funq(\"greet\") is on "
                + CLASS
                + "#greetAgain");
    assertThat(pairing.pairs()).isEmpty();
  }

  @Test
  void noticesTwoManifestsOfOneName() {
    var pairing =
        Pairing.of(
            manifests(manifest("greet", "greet"), manifest("greet", "greet")),
            List.of(function("greet", "greet")));

    assertThat(pairing.errors())
        .extracting(ManifestError::message)
        .containsExactly("a second function is named greet");
  }

  @Test
  void listsEverythingThatStopsAStart() {
    var pairing =
        Pairing.of(manifests(manifest("one", "greet"), manifest("two", "greet")), List.of());

    assertThat(new WrongManifests(pairing.errors()))
        .hasMessageContaining("2 wrong")
        .hasMessageContaining("@Funq(\"one\")")
        .hasMessageContaining("@Funq(\"two\")");
  }
}
