package dev.runnel.devmode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.contract.manifest.ManifestReading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which event dev mode proposes. */
class SampleEventTest {

  private static final String GREET = function("greet", "{ exact: { type: guest.arrived } }");
  private static final String AGENTS = function("agents", "{ exact: { type: task.submitted } }");
  private static final String ALL = function("audit", "{ prefix: { type: guest. } }");

  @Test
  void isTheReadmesWhereAFunctionWantsThat() {
    assertThat(SampleEvent.wantedBy(functions(GREET, AGENTS)))
        .get()
        .extracting(SampleEvent::type)
        .isEqualTo("task.submitted");
  }

  @Test
  void isOfATypeThatAFunctionNames() {
    assertThat(SampleEvent.wantedBy(functions(ALL, GREET)))
        .contains(new SampleEvent("guest.arrived", "{}"));
  }

  @Test
  void isNoneWhereNoTypeIsNamed() {
    assertThat(SampleEvent.wantedBy(functions(ALL))).isEmpty();
  }

  private static List<FunctionManifest> functions(String... documents) {
    String yaml = String.join("---\n", documents);
    ManifestReading reading = ManifestReader.read("function.yaml", yaml.getBytes(UTF_8));
    assertThat(reading.errors()).isEmpty();
    return reading.declared().stream()
        .map(declared -> (FunctionManifest) declared.manifest())
        .toList();
  }

  private static String function(String name, String filter) {
    return """
        name: %s
        runtime: native
        handler: com.example.Some#method
        triggers: [ { filters: [ %s ] } ]
        """
        .formatted(name, filter);
  }
}
