package dev.runnel.server.invoke.balance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.server.invoke.GuardsOver;
import org.junit.jupiter.api.Test;

/** Where functions are reached, by manifest and by configuration. */
class DestinationsTest {

  private static final String HTTP =
      """
      name: one
      runtime: http
      handler:
        - http://localhost:8081
        - http://localhost:8082/two
      """;

  private static final String NATIVE = "{ name: one, runtime: native, handler: a.B#c }";

  @Test
  void areTheUrlsOfTheManifest() {
    assertThat(GuardsOver.placements().destinations().of(function(HTTP)))
        .extracting(Object::toString)
        .containsExactly("http://localhost:8081/one", "http://localhost:8082/two");
    assertThat(GuardsOver.placements().destinations().of(function(NATIVE))).isEmpty();
  }

  @Test
  void areWhatTheConfigurationSaysWhateverTheManifestDoes() {
    Destinations configured =
        GuardsOver.placements()
            .with("runnel.placements.\"one\".urls", "unix:/run/x.sock|/one,h2c://localhost:8083")
            .destinations();

    for (String manifest : new String[] {HTTP, NATIVE}) {
      assertThat(configured.of(function(manifest)))
          .extracting(Object::toString)
          .containsExactly("unix:/run/x.sock|/one", "h2c://localhost:8083/one");
    }
  }

  @Test
  void stopTheStartWhenTheyAreConfiguredWrongly() {
    GuardsOver wrong =
        GuardsOver.placements()
            .with("runnel.placements.\"one\".urls", "http://localhost/,gopher://localhost/")
            .with("runnel.placements.\"two\".urls", "http://169.254.169.254/");

    assertThatThrownBy(wrong::destinations)
        .hasMessageContaining("runnel.placements.\"one\".urls: not a URL of a known kind")
        .hasMessageContaining("runnel.placements.\"two\".urls: 169.254.169.254")
        .hasMessageContaining("runnel.egress.allow lists (now: localhost)");
  }

  @Test
  void areObjectedToWhereTheManifestNamesThem() {
    Declared declared =
        declared(
            """
            name: one
            runtime: http
            handler:
              - http://localhost:8081
              - http://169.254.169.254/latest
              - http://localhost:99999/
            """);

    assertThat(GuardsOver.placements().destinations().objections(declared))
        .extracting(ManifestError::toString)
        .hasSize(2)
        .anySatisfy(
            error ->
                assertThat(error)
                    .startsWith("test.yaml:5")
                    .contains("/handler/1", "169.254.169.254", "runnel.egress.allow"))
        .anySatisfy(error -> assertThat(error).contains("/handler/2", "port"));
    assertThat(GuardsOver.placements().destinations().objections(declared(NATIVE))).isEmpty();
  }

  @Test
  void beginAnewWhenTheyChange() {
    GuardsOver over = GuardsOver.placements();
    Endpoints before = over.fleet().of(function(HTTP)).orElseThrow();

    assertThat(over.fleet().of(function(HTTP))).containsSame(before);
    assertThat(over.fleet().of(function(HTTP.replace("8082", "8083"))).orElseThrow())
        .isNotSameAs(before);
    assertThat(over.fleet().all()).hasSize(2);
  }

  @Test
  void multiplyHowManyCallsAFunctionTakes() {
    assertThat(GuardsOver.placements().fleet().concurrency(function(HTTP))).isEqualTo(32);
    assertThat(GuardsOver.placements().fleet().concurrency(function(NATIVE))).isEqualTo(16);
    assertThat(
            GuardsOver.placements()
                .with("runnel.placements.one.concurrency", "3")
                .fleet()
                .concurrency(function(HTTP)))
        .isEqualTo(3);
  }

  private static FunctionManifest function(String manifest) {
    return (FunctionManifest) declared(manifest).manifest();
  }

  private static Declared declared(String manifest) {
    var reading = ManifestReader.read("test.yaml", manifest.getBytes(UTF_8));
    assertThat(reading.errors()).isEmpty();
    return reading.declared().getFirst();
  }
}
